package io.andon.metrics.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.MovementType;
import io.andon.kit.Ids;
import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.andon.metrics.SettableClock;
import io.andon.metrics.TestTenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class AppliedEventRetentionIT extends MetricsScenario {

    private static final Instant RECORDED = Instant.parse("2026-06-20T00:00:00Z");

    @Inject
    AppliedEventRetention retention;

    @Inject
    IntakeConfig config;

    @Inject
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void forgetsOldEventsAndStillAppliesThemOnce() throws SQLException {
        UUID item = Ids.next();
        clock.set(Instant.now().minus(config.keepApplied().plusDays(2)));
        ProducerRecord<byte[], byte[]> former =
                tenant.recordOf(TestTenant.itemOf(item, "FORMER"), Ids.next(), RECORDED);
        ProducerRecord<byte[], byte[]> present =
                tenant.recordOf(TestTenant.itemOf(item, "PRESENT"), Ids.next(), RECORDED.plusSeconds(3600));
        ProducerRecord<byte[], byte[]> shipment = tenant.recordOf(
                tenant.movement(Ids.next(), MovementType.SHIPMENT, "2026-06-15T00:00:00Z", item, "-5", "1", null),
                Ids.next(),
                RECORDED);
        topics.send(former);
        topics.send(present);
        topics.send(shipment);
        topics.awaitApplied();
        clock.reset();
        tenant.item("ANOTHER", "1");
        topics.awaitApplied();
        assertThat(events()).isEqualTo("3");

        retention.forgetOldEvents();

        assertThat(events()).isEqualTo("1");
        topics.send(shipment);
        topics.send(former);
        assertThat(tenant.classify().getList("data.sku")).containsExactly("PRESENT", "ANOTHER");
        assertThat(tenant.classification("").getString("data[0].totalValue")).isEqualTo("5");
    }

    private String events() throws SQLException {
        return select("select count(*) from applied_event where tenant_id = ?", tenant.id.value());
    }
}
