package io.andon.metrics.aging;

import static io.andon.metrics.TestTenant.AS_OF;
import static io.andon.metrics.TestTenant.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.MovementType;
import io.andon.kit.Ids;
import io.andon.metrics.Backends;
import io.andon.metrics.Figures;
import io.andon.metrics.MetricsScenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which items a run folds anew, and that it is all of those whose layers have changed. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ItemLayersIT extends MetricsScenario {

    private static final String[] QUANTITIES = {"qty0To30Days", "qty31To60Days", "qty61To90Days", "qtyOver90Days"};

    private UUID moved;
    private UUID still;
    private UUID first;

    @BeforeEach
    void twoItemsHaveBeenAged() {
        moved = tenant.item("moved", "1");
        still = tenant.item("still", "1");
        tenant.move(MovementType.RECEIPT, "2026-06-01T00:00:00Z", moved, "10", null);
        tenant.move(MovementType.RECEIPT, "2026-06-01T00:00:00Z", still, "10", null);
        first = run(AS_OF);
    }

    @Test
    void foldsOnlyWhatHasMoved() throws SQLException {
        tenant.move(MovementType.SHIPMENT, "2026-06-02T00:00:00Z", moved, "-4", null);

        UUID second = run(AS_OF);

        assertThat(foldedBy(moved)).isEqualTo(second.toString());
        assertThat(foldedBy(still)).isEqualTo(first.toString());
        assertThat(aged().of("moved", QUANTITIES)).isEqualTo("6 0 0 0");
        assertThat(aged().of("still", QUANTITIES)).isEqualTo("10 0 0 0");
    }

    @Test
    void foldsNothingAnewBecauseTimePassesButAgesIt() throws SQLException {
        run("2026-07-02T00:00:00Z");

        assertThat(foldedBy(still)).isEqualTo(first.toString());
        assertThat(aged().of("still", QUANTITIES)).isEqualTo("0 10 0 0");
    }

    @Test
    void takesABackDatedMovementIn() {
        tenant.move(MovementType.RECEIPT, "2026-01-01T00:00:00Z", moved, "5", null);
        tenant.move(MovementType.SHIPMENT, "2026-06-20T00:00:00Z", moved, "-4", null);
        run(AS_OF);

        assertThat(aged().of("moved", QUANTITIES)).isEqualTo("10 0 0 1");
    }

    @Test
    void goesBackToAnEarlierInstantAndForwardAgain() {
        tenant.move(MovementType.SHIPMENT, "2026-06-10T00:00:00Z", moved, "-4", null);
        tenant.move(MovementType.RECEIPT, "2026-06-20T00:00:00Z", moved, "7", null);
        run(AS_OF);
        assertThat(aged().of("moved", QUANTITIES)).isEqualTo("13 0 0 0");

        run("2026-06-15T00:00:00Z");
        assertThat(aged().of("moved", QUANTITIES)).isEqualTo("6 0 0 0");
        run("2026-06-20T00:00:00Z");
        assertThat(aged().of("moved", QUANTITIES)).isEqualTo("6 0 0 0");
        run("2026-05-01T00:00:00Z");
        assertThat(aged().all("sku")).isEmpty();
        run(AS_OF);
        assertThat(aged().of("moved", QUANTITIES)).isEqualTo("13 0 0 0");
    }

    /** The void's own item has not moved: what it counts as has changed. */
    @Test
    void takesInWhatALateOriginalMakesOfItsVoid() throws SQLException {
        UUID original = Ids.next();
        tenant.post(MovementType.COUNT, "2026-06-05T00:00:00Z", original, line(1, still, tenant.location, null, "3"));
        UUID second = run(AS_OF);
        assertThat(foldedBy(still)).isEqualTo(second.toString());
        tenant.publish(
                tenant.movement(original, MovementType.SHIPMENT, "2026-06-04T00:00:00Z", moved, "-3", null, null));

        UUID third = run(AS_OF);

        assertThat(foldedBy(still)).isEqualTo(third.toString());
    }

    @Test
    void valuesWithTheStandardCostOfNowWithoutFoldingAnew() throws SQLException {
        tenant.upsert(still, "still", "7", true);
        run(AS_OF);

        assertThat(foldedBy(still)).isEqualTo(first.toString());
        assertThat(aged().of("still", "value")).isEqualTo("70");
    }

    private UUID run(String asOf) {
        return tenant.run("{\"asOf\":\"" + asOf + "\"}");
    }

    private Figures aged() {
        return new Figures(tenant.figures("inventory-aging", ""));
    }

    private String foldedBy(UUID item) throws SQLException {
        return select("select run_id from item_layers where tenant_id = ? and item_id = ?", tenant.id.value(), item);
    }
}
