package io.andon.kit.outbox;

import static io.andon.kit.outbox.PublishedEvents.CEILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.andon.events.TenantId;
import io.andon.events.Topics;
import io.andon.events.WorkOrderEvent;
import io.andon.kit.Backends;
import io.andon.kit.Ids;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.problem.Failure;
import io.andon.kit.refused.RefusedEvent;
import io.andon.kit.refused.RefusedEvents;
import io.andon.kit.tenant.TenantTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RefusedEventsIT {

    private static final String LIMIT = "5000";

    @Inject
    TenantTransactions transactions;

    @Inject
    RefusedEvents refused;

    @Inject
    MeterRegistry meters;

    @Inject
    Jdbi jdbi;

    private final TenantId tenant = new TenantId("t-" + Ids.next());

    @RegisterExtension
    final PublishedEvents published = new PublishedEvents();

    @Test
    void bringsBackAnOrdersEventsInTheirOrderAfterTheTopicsLimitWasRaised() throws Exception {
        // Given
        UUID order = Ids.next();
        UUID other = Ids.next();
        List<UUID> items = Stream.generate(UUID::randomUUID).limit(2_000).toList();
        limitTopic(AlterConfigOp.OpType.SET);
        transactions.run(tenant, tx -> {
            tx.publish(new WorkOrderEvent.BatchPosted(order, Ids.next(), Ids.next(), items, List.of()));
            tx.publish(new WorkOrderEvent.Changed(order, "completed"));
            tx.publish(new WorkOrderEvent.Changed(other, "released"));
        });
        published.await(other, 1);
        await().atMost(CEILING).until(() -> setAside().size() == 2);
        transactions.run(tenant, tx -> tx.publish(new WorkOrderEvent.Changed(order, "closed")));
        await().atMost(CEILING).until(() -> setAside().size() == 3);
        assertThat(setAside().get(0).reason()).contains("RecordTooLarge");
        assertThat(setAside().get(1).reason()).contains("waits behind");
        assertThat(published.of(order)).isEmpty();
        await().atMost(CEILING)
                .until(() -> meters.get("andon_outbox_set_aside").gauge().value() >= 3);

        // When
        limitTopic(AlterConfigOp.OpType.DELETE);
        UUID last = setAside().get(2).eventId();
        int requeued =
                transactions.call(tenant, tx -> refused.requeue(tx, last)).events();

        // Then
        assertThat(requeued).isEqualTo(3);
        assertThat(published.await(order, 3))
                .extracting(event -> PublishedEvents.headers(event).get("ce_type"))
                .containsExactly("inventory.work_order.batch.posted", "workorder:changed", "workorder:changed");
        assertThat(published.of(order).get(2).value()).contains("closed");
        assertThat(setAside()).isEmpty();
    }

    @Test
    void setsAsideWhatIsNoEventAndWhatNamesNoPossibleTopic() {
        UUID order = Ids.next();
        insertRaw("NOT A TENANT", Topics.WORKORDER_EVENTS);
        insertRaw(tenant.value(), "no such topic!");

        transactions.run(tenant, tx -> tx.publish(new WorkOrderEvent.Changed(order, "released")));

        published.await(order, 1);
        await().atMost(CEILING).untilAsserted(() -> assertThat(setAside())
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).contains("InvalidTopic")));
        assertThat(reasonOf("NOT A TENANT")).contains("not a tenant id");
    }

    @Test
    void bringsNothingOfAnotherTenantBack() {
        insertRaw(tenant.value(), "no such topic!");
        await().atMost(CEILING).until(() -> setAside().size() == 1);
        UUID theirs = setAside().get(0).eventId();
        TenantId stranger = new TenantId("t-" + Ids.next());

        assertThatThrownBy(() -> transactions.call(stranger, tx -> refused.requeue(tx, theirs)))
                .isInstanceOf(Failure.class);
        assertThat(transactions.call(stranger, refused::requeueAll).events()).isZero();
        assertThat(setAside()).hasSize(1);
    }

    private List<RefusedEvent> setAside() {
        return transactions
                .call(tenant, tx -> refused.list(tx, new PageRequest()))
                .data();
    }

    private String reasonOf(String rawTenant) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select reason from outbox_refused where tenant_id = :tenant")
                        .bind("tenant", rawTenant)
                        .mapTo(String.class)
                        .one());
    }

    private void insertRaw(String rawTenant, String topic) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into outbox (event_id, tenant_id, topic, key, type, subject, recorded_at, data)
                        values (:id, :tenant, :topic, :tenant, 'workorder:changed', 'work-order/' || :id, now(), '{}')
                        """)
                .bind("id", Ids.next())
                .bind("tenant", rawTenant)
                .bind("topic", topic)
                .execute());
    }

    private void limitTopic(AlterConfigOp.OpType how) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.WORKORDER_EVENTS);
        AlterConfigOp limit = new AlterConfigOp(new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LIMIT), how);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", PublishedEvents.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(limit))).all().get();
            await().atMost(CEILING)
                    .until(() -> how
                            == (admin.describeConfigs(List.of(topic))
                                            .all()
                                            .get()
                                            .get(topic)
                                            .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                                            .value()
                                            .equals(LIMIT)
                                    ? AlterConfigOp.OpType.SET
                                    : AlterConfigOp.OpType.DELETE));
        }
    }
}
