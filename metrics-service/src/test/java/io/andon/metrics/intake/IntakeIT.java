package io.andon.metrics.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.events.MovementType;
import io.andon.events.Topics;
import io.andon.kit.Ids;
import io.andon.kit.topics.TopicProvisioner;
import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.andon.metrics.TestTenant;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class IntakeIT extends MetricsScenario {

    private static final Duration CEILING = Duration.ofSeconds(60);
    private static final String JUNE = "2026-06-15T12:00:00Z";
    private static final Instant RECORDED = Instant.parse("2026-06-20T00:00:00Z");

    @Inject
    Batches batches;

    @Inject
    IntakeConfig config;

    @Inject
    IntakeMetrics metrics;

    @Inject
    TopicProvisioner provisioner;

    @Inject
    MeterRegistry registry;

    @Test
    void appliesAnEventOnceHoweverOftenItComes() {
        UUID item = tenant.item("SKU", "1");
        UUID movement = Ids.next();
        MovementPosted shipment = tenant.movement(movement, MovementType.SHIPMENT, JUNE, item, "-5", null, null);
        ProducerRecord<byte[], byte[]> first = tenant.recordOf(shipment, Ids.next(), RECORDED);
        topics.send(first);
        topics.send(first);
        topics.awaitApplied();
        topics.send(first);
        for (int partition = 0; partition < 3; partition++) {
            topics.send(on(partition, first));
        }
        topics.send(tenant.recordOf(shipment, Ids.next(), RECORDED));

        assertThat(tenant.classify().getString("data[0].totalValue")).isEqualTo("5");
    }

    @Test
    void keepsAPlaceholderForAnItemThatAMovementNamesFirst() {
        UUID item = Ids.next();
        tenant.move(MovementType.SHIPMENT, JUNE, item, "-5", "2");
        JsonPath before = tenant.classify();
        assertThat(before.getString("data[0].itemId")).isEqualTo(item.toString());
        assertThat(before.getString("data[0].sku")).isNull();
        assertThat(before.getString("data[0].totalValue")).isEqualTo("10");

        tenant.upsert(item, "SKU", "1", true);

        assertThat(tenant.classify().getString("data[0].sku")).isEqualTo("SKU");
    }

    @Test
    void leavesAnItemOutThatIsNoLongerActive() {
        UUID item = tenant.item("SKU", "1");
        tenant.upsert(item, "SKU", "1", false);

        assertThat(tenant.classify().getList("data")).isEmpty();
    }

    @Test
    void keepsTheNewerStateWhenAnOlderOneComesByAnotherPartition() {
        UUID item = Ids.next();
        topics.send(on(0, tenant.recordOf(TestTenant.itemOf(item, "NEW"), Ids.next(), RECORDED.plusSeconds(5))));
        topics.awaitApplied();
        topics.send(on(1, tenant.recordOf(TestTenant.itemOf(item, "OLD"), Ids.next(), RECORDED)));

        assertThat(tenant.classify().getString("data[0].sku")).isEqualTo("NEW");
    }

    @Test
    void keepsTheLaterCommitOfAPartitionThoughItsTransactionBeganEarlier() {
        UUID item = Ids.next();
        topics.send(on(0, tenant.recordOf(TestTenant.itemOf(item, "FIRST"), Ids.next(), RECORDED.plusMillis(5))));
        topics.send(on(0, tenant.recordOf(TestTenant.itemOf(item, "SECOND"), Ids.next(), RECORDED)));

        assertThat(tenant.classify().getString("data[0].sku")).isEqualTo("SECOND");
    }

    @Test
    void isNotTurnedBackByAStateThatIsDeliveredAgain() {
        UUID item = Ids.next();
        ProducerRecord<byte[], byte[]> old = tenant.recordOf(TestTenant.itemOf(item, "OLD"), Ids.next(), RECORDED);
        topics.send(on(0, old));
        topics.send(on(0, tenant.recordOf(TestTenant.itemOf(item, "NEW"), Ids.next(), RECORDED.plusSeconds(5))));
        topics.send(on(0, old));

        assertThat(tenant.classify().getString("data[0].sku")).isEqualTo("NEW");
    }

    @Test
    void ignoresTypesThatItDoesNotKnow() {
        UUID item = tenant.item("SKU", "1");
        ProducerRecord<byte[], byte[]> unknown = tenant.recordOf(
                tenant.movement(Ids.next(), MovementType.SHIPMENT, JUNE, item, "-5", null, null), Ids.next(), RECORDED);
        unknown.headers().remove("ce_type").add("ce_type", "inventory.dreamt".getBytes(StandardCharsets.UTF_8));
        topics.send(unknown);
        tenant.move(MovementType.SHIPMENT, JUNE, item, "-1", null);

        assertThat(tenant.classify().getString("data[0].totalValue")).isEqualTo("1");
        assertThat(topics.read(Topics.deadLetters(Topics.INVENTORY_MOVEMENTS, Intake.GROUP)))
                .noneMatch(letter -> tenant.id.value().equals(new String(letter.key(), StandardCharsets.UTF_8)));
    }

    @Test
    void losesNothingWhileTheDatabaseRefusesToWork() throws Exception {
        UUID item = tenant.item("SKU", "1");
        topics.awaitApplied();
        double failures = failures();
        sql("alter table movement rename to movement_gone");
        try {
            tenant.move(MovementType.SHIPMENT, JUNE, item, "-5", null);
            await().atMost(CEILING).until(() -> failures() > failures + 1 && lag() > 0);
        } finally {
            sql("alter table movement_gone rename to movement");
        }

        assertThat(tenant.classify().getString("data[0].totalValue")).isEqualTo("5");
        await().atMost(CEILING).until(() -> lag() == 0);
    }

    @Test
    void goesOnWithTheOthersOfABatchWhenTheDatabaseRefusesOne() throws Exception {
        UUID item = tenant.item("SKU", "1");
        topics.awaitApplied();
        sql("alter table movement_line add constraint no_number_of_the_beast check (qty_delta <> -666)");
        try (Connection hold = database.connectAsSuperuser("metrics")) {
            // So that the others are read while the first is being applied, and come in one batch or two.
            hold.setAutoCommit(false);
            hold.createStatement().execute("lock table movement in share mode");
            for (String quantity : List.of("-1", "-2", "-666", "-4")) {
                tenant.move(MovementType.SHIPMENT, JUNE, item, quantity, null);
            }
            hold.rollback();

            assertThat(tenant.classify().getString("data[0].totalValue")).isEqualTo("7");
            assertThat(topics.read(Topics.deadLetters(Topics.INVENTORY_MOVEMENTS, Intake.GROUP)))
                    .anyMatch(letter -> tenant.id.value().equals(new String(letter.key(), StandardCharsets.UTF_8)));
        } finally {
            sql("alter table movement_line drop constraint no_number_of_the_beast");
        }
    }

    @Test
    void sharesThePartitionsWithAnotherReplica() throws Exception {
        Intake replica = new Intake(batches, config, metrics, provisioner);
        replica.bootstrapServers = broker.bootstrapServers();
        replica.start();
        try {
            await().atMost(CEILING).until(() -> topics.busyMembers() == 2);
            UUID item = tenant.item("SKU", "1");
            for (int i = 0; i < 60; i++) {
                ProducerRecord<byte[], byte[]> shipment = tenant.recordOf(
                        tenant.movement(Ids.next(), MovementType.SHIPMENT, JUNE, item, "-1", null, null),
                        Ids.next(),
                        RECORDED);
                topics.send(on(i % 3, shipment));
            }

            assertThat(tenant.classify().getString("data[0].totalValue")).isEqualTo("60");
        } finally {
            replica.stop();
        }
        await().atMost(CEILING).until(() -> topics.busyMembers() == 1);
    }

    private double lag() {
        return registry.get("andon_intake_lag_records")
                .tag("topic", Topics.INVENTORY_MOVEMENTS)
                .gauge()
                .value();
    }

    private double failures() {
        return registry.get("andon_intake_failures").counter().count();
    }

    private static ProducerRecord<byte[], byte[]> on(int partition, ProducerRecord<byte[], byte[]> kafkaRecord) {
        return new ProducerRecord<>(
                kafkaRecord.topic(), partition, kafkaRecord.key(), kafkaRecord.value(), kafkaRecord.headers());
    }
}
