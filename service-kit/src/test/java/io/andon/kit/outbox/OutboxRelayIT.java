package io.andon.kit.outbox;

import static io.andon.kit.outbox.PublishedEvents.CEILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.andon.events.EventJson;
import io.andon.events.InventoryEvent;
import io.andon.events.TenantId;
import io.andon.events.WorkOrderEvent;
import io.andon.kit.Backends;
import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.kit.tenant.TenantTransactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class OutboxRelayIT {

    private static final TenantId TENANT = new TenantId("alder-street");

    @Inject
    TenantTransactions transactions;

    @Inject
    Jdbi jdbi;

    @RegisterExtension
    final PublishedEvents published = new PublishedEvents();

    @Test
    void publishesWhatWasCommittedAsACloudEvent() {
        UUID order = Ids.next();

        transactions.run(TENANT, tx -> tx.publish(new WorkOrderEvent.Changed(order, "released")));

        ConsumerRecord<String, String> arrived = published.await(order, 1).get(0);
        assertThat(arrived.key()).isEqualTo("alder-street");
        assertThat(arrived.value()).isEqualTo("{\"workOrderId\":\"" + order + "\",\"status\":\"released\"}");
        assertThat(PublishedEvents.headers(arrived))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "workorder:changed")
                .containsEntry("ce_source", "/note-service")
                .containsEntry("ce_subject", "work-order/" + order)
                .containsEntry("ce_tenantid", "alder-street")
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time");
    }

    @Test
    void publishesNothingOfATransactionThatRolledBack() {
        UUID abandoned = Ids.next();
        UUID barrier = Ids.next();
        assertThatThrownBy(() -> transactions.run(TENANT, tx -> {
                    tx.publish(new WorkOrderEvent.Changed(abandoned, "released"));
                    throw new IllegalStateException("changed my mind");
                }))
                .isInstanceOf(IllegalStateException.class);

        transactions.run(TENANT, tx -> tx.publish(new WorkOrderEvent.Changed(barrier, "released")));

        published.await(barrier, 1);
        assertThat(published.of(abandoned)).isEmpty();
    }

    @Test
    void keepsAnAggregatesEventsInTheOrderOfItsCommits() throws Exception {
        UUID order = Ids.next();
        transactions.run(TENANT, tx -> insertNote(tx, order));
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> edits = IntStream.range(0, 200)
                    .<Future<?>>mapToObj(i -> writers.submit(() -> transactions.run(TENANT, tx -> edit(tx, order))))
                    .toList();
            for (Future<?> edit : edits) {
                edit.get();
            }
        } finally {
            writers.shutdownNow();
        }

        List<BigDecimal> seen = published.await(order, 200).stream()
                .map(arrived -> EventJson.read(arrived.value().getBytes(), WorkOrderEvent.ProductionChanged.class)
                        .quantityCompleted())
                .toList();
        assertThat(seen).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void setsARecordAsideThatTheBrokerRefusesAndGoesOn() {
        UUID huge = Ids.next();
        UUID next = Ids.next();
        List<UUID> items = Collections.nCopies(50_000, Ids.next());

        transactions.run(TENANT, tx -> {
            tx.publish(new InventoryEvent.InventoryChanged(items, List.of(), huge));
            tx.publish(new WorkOrderEvent.Changed(next, "released"));
        });

        published.await(next, 1);
        assertThat(published.of(huge)).isEmpty();
        await().atMost(CEILING)
                .untilAsserted(() -> assertThat(reasonFor("movement/" + huge)).contains("larger than"));
    }

    @Test
    void goesOnAfterTheActiveRelaysConnectionDied() {
        UUID before = Ids.next();
        transactions.run(TENANT, tx -> tx.publish(new WorkOrderEvent.Changed(before, "released")));
        published.await(before, 1);

        RelayConnection.cut(jdbi);

        UUID order = Ids.next();
        transactions.run(TENANT, tx -> tx.publish(new WorkOrderEvent.Changed(order, "released")));
        published.await(order, 1);
    }

    private static void insertNote(TenantTransaction tx, UUID id) {
        tx.handle()
                .createUpdate("insert into note (tenant_id, id, text, edits) values (:tenant, :id, 'x', 0)")
                .bind("tenant", tx.tenant().value())
                .bind("id", id)
                .execute();
    }

    private static void edit(TenantTransaction tx, UUID id) {
        int edits = tx.handle()
                .createQuery("update note set edits = edits + 1 where tenant_id = :tenant and id = :id returning edits")
                .bind("tenant", tx.tenant().value())
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
        tx.publish(new WorkOrderEvent.ProductionChanged(id, BigDecimal.valueOf(edits)));
    }

    private String reasonFor(String subject) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select reason from outbox_refused where subject = :subject")
                        .bind("subject", subject)
                        .mapTo(String.class)
                        .findOne()
                        .orElse(""));
    }
}
