package io.andon.metrics.days;

import static io.andon.metrics.TestTenant.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.andon.events.MovementType;
import io.andon.metrics.Backends;
import io.andon.metrics.Figures;
import io.andon.metrics.MetricsScenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run derives anew, and that nothing that changes beside it is lost. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ItemDaysIT extends MetricsScenario {

    private static final Duration CEILING = Duration.ofSeconds(60);
    private static final String BODY = "{\"asOf\":\"" + AS_OF + "\"}";

    private UUID moved;
    private UUID still;

    @BeforeEach
    void twoItemsMoveOnThreeDays() {
        moved = tenant.item("moved", "1");
        still = tenant.item("still", "1");
        for (String day : new String[] {"2026-06-01", "2026-06-10", "2026-06-20"}) {
            tenant.move(MovementType.RECEIPT, day + "T12:00:00Z", moved, "10", null);
            tenant.move(MovementType.RECEIPT, day + "T12:00:00Z", still, "10", null);
        }
        tenant.run(BODY);
    }

    @Test
    void aBackDatedMovementRedoesTheDaysBehindItOfItsItem() throws SQLException {
        String first = writtenBy(moved, "2026-06-01");
        String stills = writtenBy(still, "2026-06-20");

        tenant.move(MovementType.SHIPMENT, "2026-06-10T06:00:00Z", moved, "-4", null);
        tenant.run(BODY);

        assertThat(onHand(moved)).isEqualTo("2026-06-01 10.000000, 2026-06-10 16.000000, 2026-06-20 26.000000");
        assertThat(writtenBy(moved, "2026-06-01")).isEqualTo(first);
        assertThat(writtenBy(moved, "2026-06-10")).isNotEqualTo(first);
        assertThat(writtenBy(moved, "2026-06-20")).isNotEqualTo(first);
        assertThat(writtenBy(still, "2026-06-20")).isEqualTo(stills);
    }

    @Test
    void aVoidRedoesWhatItUndoes() throws SQLException {
        UUID shipped = tenant.move(MovementType.SHIPMENT, "2026-06-12T00:00:00Z", moved, "-1", null);
        tenant.run(BODY);
        assertThat(idleDays()).isEqualTo("19");

        // A void of nothing of its own: it says only that the shipment does not count.
        tenant.move(MovementType.SHIPMENT, "2026-06-25T00:00:00Z", still, "1", null, shipped);
        tenant.run(BODY);

        assertThat(idleDays()).isEqualTo("30");
    }

    /** The intake does not wait for it either. */
    @Test
    void whatIsAppliedDuringARunIsForTheNextOne() throws SQLException {
        UUID runId;
        try (Connection hold = holdUpRuns()) {
            runId = UUID.fromString(tenant.trigger(BODY).jsonPath().getString("runId"));
            await().atMost(CEILING).until(() -> "1".equals(select("select count(*) from pg_locks where not granted")));
            tenant.move(MovementType.RECEIPT, "2026-06-10T06:00:00Z", moved, "7", null);
            topics.awaitApplied();
            hold.rollback();
        }
        tenant.awaitStatus(runId, "published");
        assertThat(onHandNow()).isEqualTo("30");

        tenant.run(BODY);

        assertThat(onHandNow()).isEqualTo("37");
    }

    private String idleDays() {
        return slowDead().of("moved", "daysSinceLastMovement");
    }

    private String onHandNow() {
        return slowDead().of("moved", "onHandQuantity");
    }

    private Figures slowDead() {
        return new Figures(tenant.figures("slow-dead-stock", ""));
    }

    private String onHand(UUID item) throws SQLException {
        return select(
                "select string_agg(concat(day, ' ', on_hand), ', ' order by day) from item_day where item_id = ?",
                item);
    }

    /** The transaction that wrote a day's row. */
    private String writtenBy(UUID item, String day) throws SQLException {
        return select("select xmin from item_day where item_id = ? and day = cast(? as date)", item, day);
    }
}
