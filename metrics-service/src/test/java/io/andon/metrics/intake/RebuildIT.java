package io.andon.metrics.intake;

import static io.andon.metrics.TestTenant.AS_OF;
import static io.andon.metrics.TestTenant.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.MovementType;
import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Acceptance case 17: the database is dropped, the topics are read from their beginning, every event comes twice. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RebuildIT extends MetricsScenario {

    private static final int ITEMS = 20;
    private static final int MOVEMENTS = 300;
    private static final long SEED = 17;
    private static final List<String> LISTS =
            List.of("abc-classification", "slow-dead-stock", "turns-doi", "inventory-aging");

    private final UUID elsewhere = UUID.randomUUID();

    @Inject
    Intake intake;

    @Inject
    Flyway flyway;

    @Test
    void givesTheSameFiguresToTheByte() throws Exception {
        tenant.settings("America/Denver", "80", "95");
        postMovements(new Random(SEED));
        String before = figures();

        intake.stop();
        topics.forgetPositions();
        flyway.clean();
        flyway.migrate();
        Intake.TOPICS.forEach(this::sendAllAgain);
        intake.start();

        assertThat(figures()).isEqualTo(before);
    }

    private void postMovements(Random random) {
        List<UUID> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(tenant.item("SKU-" + i, i % 3 == 0 ? null : "1.25"));
        }
        tenant.item("NEVER-MOVED", "1");
        MovementType[] types = MovementType.values();
        List<UUID> posted = new ArrayList<>();
        for (int i = 0; i < MOVEMENTS; i++) {
            UUID reversed = i > 0 && i % 10 == 0 ? posted.get(random.nextInt(posted.size())) : null;
            posted.add(tenant.move(
                    types[random.nextInt(types.length)],
                    anyTime(random),
                    items.get(random.nextInt(ITEMS)),
                    Integer.toString(random.nextInt(200) - 75),
                    i % 4 == 0 ? null : "0." + (100_000 + random.nextInt(900_000)),
                    reversed));
        }
        for (UUID item : items) {
            String lot = "LOT-" + random.nextInt(3);
            tenant.post(MovementType.RECEIPT, anyTime(random), null, line(1, item, tenant.location, lot, "40"));
            tenant.post(
                    MovementType.TRANSFER,
                    anyTime(random),
                    null,
                    line(1, item, tenant.location, lot, "-" + (20 + random.nextInt(30))),
                    line(2, item, elsewhere, null, "20"));
        }
    }

    private static String anyTime(Random random) {
        return Instant.parse(AS_OF).minusSeconds(random.nextInt(250 * 86_400)).toString();
    }

    private void sendAllAgain(String topic) {
        for (ConsumerRecord<byte[], byte[]> old : topics.read(topic)) {
            if (new String(old.key(), StandardCharsets.UTF_8).startsWith(tenant.id.value())) {
                topics.send(new ProducerRecord<>(topic, null, old.key(), old.value(), old.headers()));
            }
        }
    }

    /** Two runs as of the same instants, so that what a run remembers of the one before is compared too. */
    private String figures() {
        tenant.run("{\"asOf\":\"2026-04-01T00:00:00Z\"}");
        UUID runId = tenant.run("{\"asOf\":\"" + AS_OF + "\"}");
        String lists = LISTS.stream()
                .map(list -> tenant.get("/metrics/" + list + "?limit=200").asString())
                .collect(Collectors.joining("\n"));
        assertThat(lists).contains("\"A\"", "\"B\"", "\"C\"", "LOT-1", "\"DEAD\"", "\"NONE\"", "\"hadNegative\":true");
        return lists.replace(runId.toString(), "");
    }
}
