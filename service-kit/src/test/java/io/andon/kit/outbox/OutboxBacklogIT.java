package io.andon.kit.outbox;

import static io.andon.kit.outbox.PublishedEvents.CEILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.andon.events.EventJson;
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
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** More rows than one batch takes: the relay reads ahead. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OutboxBacklogIT {

    @Inject
    TenantTransactions transactions;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "andon.outbox.batch-size")
    int batchSize;

    private final TenantId tenant = new TenantId("t-" + Ids.next());
    private final UUID order = Ids.next();
    private final UUID other = Ids.next();

    @RegisterExtension
    final PublishedEvents published = new PublishedEvents();

    @Test
    void publishesEachRowOnceInItsOrder() {
        int each = 4 * batchSize;

        transactions.run(tenant, tx -> IntStream.range(0, each).forEach(i -> {
            produce(tx, order, i);
            produce(tx, other, i);
        }));

        published.await(other, each);
        publishBarrier();
        assertThat(quantities(published.of(order))).containsExactlyElementsOf(range(each));
        assertThat(quantities(published.of(other))).containsExactlyElementsOf(range(each));
    }

    @Test
    void publishesOnceWhatIsBehindARefusedRecordOfAnotherOrder() {
        // Given
        int before = batchSize + batchSize / 2;
        int after = 2 * batchSize;
        List<UUID> tooMany = Collections.nCopies(50_000, Ids.next());

        // When
        transactions.run(tenant, tx -> {
            IntStream.range(0, before).forEach(i -> produce(tx, other, i));
            produce(tx, order, 1);
            tx.publish(new WorkOrderEvent.BatchPosted(order, Ids.next(), Ids.next(), tooMany, List.of()));
            produce(tx, order, 2);
            IntStream.range(before, before + after).forEach(i -> produce(tx, other, i));
        });

        // Then
        published.await(other, before + after);
        publishBarrier();
        assertThat(quantities(published.of(other))).containsExactlyElementsOf(range(before + after));
        assertThat(quantities(published.of(order))).containsExactly(1);
        await().atMost(CEILING).untilAsserted(() -> assertThat(setAside()).isEqualTo(2));
    }

    @Test
    void publishesWhatCommitsLateUnderALowerNumber() {
        int backlog = 4 * batchSize;

        try (Handle late = jdbi.open()) {
            late.begin();
            insert(late, order);
            transactions.run(tenant, tx -> IntStream.range(0, backlog).forEach(i -> produce(tx, other, i)));
            published.await(other, 1);
            late.commit();
        }

        published.await(order, 1);
        published.await(other, backlog);
        publishBarrier();
        assertThat(published.of(order)).hasSize(1);
        assertThat(quantities(published.of(other))).containsExactlyElementsOf(range(backlog));
    }

    @Test
    void losesNothingWhenItsConnectionDiesInTheMiddle() {
        int backlog = 20 * batchSize;
        transactions.run(tenant, tx -> IntStream.range(0, backlog).forEach(i -> produce(tx, order, i)));

        RelayConnection.cut(jdbi);

        await().pollInSameThread().atMost(CEILING).until(() -> firstTimes().size() == backlog);
        assertThat(quantities(firstTimes())).containsExactlyElementsOf(range(backlog));
    }

    private static void produce(TenantTransaction tx, UUID order, int quantity) {
        tx.publish(new WorkOrderEvent.ProductionChanged(order, BigDecimal.valueOf(quantity)));
    }

    private void insert(Handle handle, UUID subject) {
        handle.createUpdate(
                        """
                        insert into outbox (event_id, tenant_id, topic, key, type, subject, recorded_at, data)
                        values (:id, :tenant, 'workorder.events', :tenant, 'workorder:changed', 'work-order/' || :id,
                                now(), '{}')
                        """)
                .bind("id", subject)
                .bind("tenant", tenant.value())
                .execute();
    }

    /** The order's events without those that came again. */
    private List<ConsumerRecord<String, String>> firstTimes() {
        Set<String> seen = new HashSet<>();
        return published.of(order).stream()
                .filter(event -> seen.add(PublishedEvents.headers(event).get("ce_id")))
                .toList();
    }

    private int setAside() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from outbox_refused where tenant_id = :tenant")
                        .bind("tenant", tenant.value())
                        .mapTo(Integer.class)
                        .one());
    }

    /** Of this tenant; when it has arrived, all that was stored before has, too. */
    private void publishBarrier() {
        UUID barrier = Ids.next();
        transactions.run(tenant, tx -> produce(tx, barrier, 0));
        published.await(barrier, 1);
    }

    private static List<Integer> quantities(List<ConsumerRecord<String, String>> events) {
        return events.stream()
                .map(event -> EventJson.read(
                                event.value().getBytes(StandardCharsets.UTF_8), WorkOrderEvent.ProductionChanged.class)
                        .quantityCompleted()
                        .intValue())
                .toList();
    }

    private static List<Integer> range(int end) {
        return IntStream.range(0, end).boxed().toList();
    }
}
