package io.andon.metrics.oracle;

import io.andon.events.DomainEvent;
import io.andon.events.InventoryEvent.MovementLine;
import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.events.MasterDataEvent.ItemUpserted;
import io.andon.events.MasterDataEvent.TenantSettingsChanged;
import io.andon.kit.Ids;
import io.andon.metrics.TestTenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A story as events of one tenant. */
final class Telling {

    /** The broker refuses what is from the future, and deletes what is long past. */
    private static final Instant RECORDED = Instant.parse("2026-06-30T00:00:00Z");

    private static final List<String> LISTS =
            List.of("abc-classification", "slow-dead-stock", "turns-doi", "inventory-aging");

    private final Story story;
    private final TestTenant tenant;

    Telling(Story story, TestTenant tenant) {
        this.story = story;
        this.tenant = tenant;
    }

    /** Everything that happened, in the order of the commits. */
    List<ProducerRecord<byte[], byte[]>> records() {
        List<DomainEvent> events = new ArrayList<>();
        events.add(new TenantSettingsChanged(
                story.parameters.zone().getId(),
                "EUR",
                List.of(BigDecimal.valueOf(Parameters.A_PERCENT), BigDecimal.valueOf(Parameters.B_PERCENT)),
                90,
                180,
                Parameters.BUCKETS));
        story.products.stream().filter(product -> product.sku() != null).forEach(product -> {
            // What an item is called at first must not come back.
            events.add(item(product, "FORMER-" + product.sku()));
            events.add(item(product, product.sku()));
        });
        story.postings.forEach(posting -> events.add(movement(posting)));
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        events.forEach(event -> records.add(tenant.recordOf(event, Ids.next(), RECORDED.plusMillis(records.size()))));
        return records;
    }

    /** The same, and from the middle on in between everything once more from the beginning. */
    List<ProducerRecord<byte[], byte[]>> twice() {
        List<ProducerRecord<byte[], byte[]>> once = records();
        List<ProducerRecord<byte[], byte[]>> twice = new ArrayList<>(once.subList(0, once.size() / 2));
        for (int i = once.size() / 2; i < once.size(); i++) {
            twice.add(once.get(i));
            twice.add(once.get(i - once.size() / 2));
        }
        twice.addAll(once.subList(once.size() - once.size() / 2, once.size()));
        return twice;
    }

    private static ItemUpserted item(Product product, String sku) {
        return new ItemUpserted(
                product.id(), sku, "Name", "raw", "pcs", product.standardCost(), "EUR", false, false, product.active());
    }

    private static MovementPosted movement(Posting posting) {
        List<MovementLine> lines = posting.lines().stream()
                .map(line -> new MovementLine(
                        line.no(),
                        line.product().id(),
                        line.place(),
                        line.lot(),
                        line.receivedAt(),
                        line.quantity(),
                        "pcs",
                        line.unitCost(),
                        "EUR",
                        null))
                .toList();
        return new MovementPosted(
                posting.id(),
                posting.seq(),
                posting.type(),
                posting.at(),
                RECORDED,
                "test",
                null,
                posting.undoes() == null ? null : posting.undoes().id(),
                lines);
    }

    /** Every list as it is answered, of the story's run after one a month earlier, without the run's id. */
    String figures() {
        tenant.run(story.parameters.earlier().body());
        UUID runId = tenant.run(story.parameters.body());
        return LISTS.stream()
                .flatMap(list -> Stream.of("application/json", "text/csv").map(type -> tenant.as("viewer")
                        .accept(type)
                        .get("/metrics/" + list + "?limit=200")
                        .asString()))
                .collect(Collectors.joining("\n"))
                .replace(runId.toString(), "");
    }
}
