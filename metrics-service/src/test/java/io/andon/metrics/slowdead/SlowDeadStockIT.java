package io.andon.metrics.slowdead;

import static io.andon.metrics.TestTenant.AS_OF;
import static io.andon.metrics.TestTenant.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.MovementType;
import io.andon.metrics.Backends;
import io.andon.metrics.Figures;
import io.andon.metrics.MetricsScenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From records on the topics to answers of the API. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SlowDeadStockIT extends MetricsScenario {

    private static final String LONG_AGO = "2025-11-01T08:00:00Z";
    private static final String[] JUDGEMENT = {"daysSinceLastMovement", "state"};

    /** Acceptance case 11. */
    @Test
    void judgesByTheDaysSinceDemandTookSomething() {
        lastShipped("a", "2026-06-20T12:00:00Z");
        lastShipped("b", "2026-04-02T12:00:00Z");
        lastShipped("c", "2026-04-03T12:00:00Z");
        lastShipped("d", "2026-01-02T12:00:00Z");
        lastShipped("e", "2026-01-03T12:00:00Z");
        tenant.move(MovementType.RECEIPT, "2026-06-25T12:00:00Z", tenant.item("f", "1"), "10", null);
        UUID h = lastShipped("h", "2025-12-01T12:00:00Z");
        UUID elsewhere = UUID.randomUUID();
        tenant.post(
                MovementType.TRANSFER,
                "2026-06-30T12:00:00Z",
                null,
                line(1, h, tenant.location, null, "-3"),
                line(2, h, elsewhere, null, "3"));
        UUID i = tenant.item("i", "1");
        tenant.move(MovementType.RECEIPT, LONG_AGO, i, "10", null);
        tenant.move(MovementType.SHIPMENT, "2025-12-01T12:00:00Z", i, "-10", null);
        tenant.move(MovementType.SHIPMENT, "2026-06-01T12:00:00Z", tenant.item("j", "1"), "-3", null);

        Figures figures = compute("{}");

        assertThat(figures.of("a", JUDGEMENT)).isEqualTo("11 ACTIVE");
        assertThat(figures.of("b", JUDGEMENT)).isEqualTo("90 SLOW");
        assertThat(figures.of("c", JUDGEMENT)).isEqualTo("89 ACTIVE");
        assertThat(figures.of("d", JUDGEMENT)).isEqualTo("180 DEAD");
        assertThat(figures.of("e", JUDGEMENT)).isEqualTo("179 SLOW");
        assertThat(figures.of("f", JUDGEMENT)).isEqualTo("6 NEW");
        assertThat(figures.of("h", JUDGEMENT)).isEqualTo("212 DEAD");
        assertThat(figures.of("h", "lastMovementAt", "lastOutflowAt", "onHandQuantity"))
                .isEqualTo("2026-06-30T12:00:00Z 2025-12-01T12:00:00Z 9");
        assertThat(figures.of("i", "state", "onHandQuantity", "warnings")).isEqualTo("NONE 0 []");
        assertThat(figures.of("j", "state", "onHandQuantity", "warnings")).isEqualTo("NONE -3 [NEGATIVE_STOCK]");
        assertThat(figures.all("sku")).containsExactly("d", "h", "b", "e", "a", "c", "f", "i", "j");
    }

    @Test
    void marksSlowAndDeadExclusively() {
        lastShipped("dead", "2026-01-01T12:00:00Z");
        lastShipped("slow", "2026-03-01T12:00:00Z");
        lastShipped("active", "2026-06-01T12:00:00Z");

        Figures figures = compute("{}");

        assertThat(figures.all("sku", "isSlowMoving", "isDeadStock"))
                .containsExactly("dead false true", "slow true false", "active false false");
    }

    @Test
    void countsFromTheFirstArrivalOfWhatWasNeverUsed() {
        UUID old = tenant.item("old", "1");
        tenant.post(
                MovementType.OPENING,
                "2026-06-01T00:00:00Z",
                null,
                line(1, old, tenant.location, null, "2025-12-31T00:00:00Z", "5"));
        UUID retried = tenant.item("retried", "1");
        UUID mistake = tenant.move(MovementType.RECEIPT, LONG_AGO, retried, "5", null);
        tenant.move(MovementType.RECEIPT, LONG_AGO, retried, "-5", null, mistake);
        tenant.move(MovementType.RECEIPT, "2026-06-20T00:00:00Z", retried, "5", null);
        tenant.item("never", "1");

        Figures figures = compute("{}");

        assertThat(figures.of("old", JUDGEMENT)).isEqualTo("182 DEAD");
        assertThat(figures.of("retried", JUDGEMENT)).isEqualTo("11 NEW");
        assertThat(figures.of("never", JUDGEMENT)).isEqualTo("null NONE");
    }

    @Test
    void doesNotTakeAVoidedShipmentForUse() {
        UUID item = lastShipped("voided", "2026-01-10T12:00:00Z");
        UUID shipment = tenant.move(MovementType.SHIPMENT, "2026-06-10T12:00:00Z", item, "-1", null);
        UUID undone = tenant.move(MovementType.SHIPMENT, "2026-06-11T12:00:00Z", item, "1", null, shipment);
        assertThat(compute("{}").of("voided", JUDGEMENT)).isEqualTo("172 SLOW");

        UUID redone = tenant.move(MovementType.SHIPMENT, "2026-06-12T12:00:00Z", item, "-1", null, undone);
        assertThat(compute("{}").of("voided", JUDGEMENT)).isEqualTo("21 ACTIVE");

        tenant.move(MovementType.SHIPMENT, "2026-06-13T12:00:00Z", item, "1", null, redone);
        assertThat(compute("{}").of("voided", JUDGEMENT)).isEqualTo("172 SLOW");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNT           | DEAD",
                "ADJUSTMENT      | DEAD",
                "WO_SCRAP        | DEAD",
                "SUPPLIER_RETURN | DEAD",
                "CUSTOMER_RETURN | DEAD",
                "WO_ISSUE        | ACTIVE",
                "SHIPMENT        | ACTIVE"
            })
    void takesOnlyDemandForUse(MovementType type, String state) {
        UUID item = lastShipped("SKU", "2025-12-01T12:00:00Z");
        tenant.move(type, "2026-06-20T12:00:00Z", item, "-1", null);

        assertThat(compute("{}").of("SKU", "state")).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"UTC, 2", "Asia/Tokyo, 1", "America/Denver, 2"})
    void countsCalendarDaysOfTheTenantsZone(String zone, int days) {
        tenant.settings(zone, "80", "95");
        // In Tokyo that is the 29th already.
        lastShipped("SKU", "2026-06-28T23:30:00Z");

        tenant.run("{\"asOf\":\"2026-06-30T12:00:00Z\"}");

        assertThat(new Figures(tenant.figures("slow-dead-stock", "")).of("SKU", "daysSinceLastMovement"))
                .isEqualTo(Integer.toString(days));
    }

    @Test
    void usesTheTenantsThresholdsUnlessTheTriggerSaysOtherwise() {
        tenant.settings("UTC", 10, 20, List.of(30, 60, 90));
        lastShipped("SKU", "2026-06-16T12:00:00Z");

        assertThat(compute("{}").of("SKU", JUDGEMENT)).isEqualTo("15 SLOW");
        assertThat(compute("{'deadThresholdDays':15}").of("SKU", JUDGEMENT)).isEqualTo("15 DEAD");
        assertThat(compute("{'slowThresholdDays':16}").of("SKU", JUDGEMENT)).isEqualTo("15 ACTIVE");
        JsonPath answer = tenant.figures("slow-dead-stock", "");
        assertThat(answer.getInt("slowThresholdDays")).isEqualTo(16);
        assertThat(answer.getInt("deadThresholdDays")).isEqualTo(20);
        assertThat(answer.getString("formulaVersion")).isEqualTo("slow-dead-2");
    }

    @Test
    void valuesWhatIsTiedUp() {
        UUID standard = tenant.item("standard", "2.5");
        tenant.move(MovementType.RECEIPT, LONG_AGO, standard, "4", "9");
        UUID last = tenant.item("last", null);
        tenant.move(MovementType.RECEIPT, LONG_AGO, last, "4", "3");
        tenant.move(MovementType.RECEIPT, "2026-01-01T00:00:00Z", last, "1", "5");
        UUID unknown = tenant.item("unknown", null);
        tenant.move(MovementType.RECEIPT, LONG_AGO, unknown, "4", null);

        Figures figures = compute("{}");

        assertThat(figures.of("standard", "tiedUpValue", "warnings")).isEqualTo("10 []");
        assertThat(figures.of("last", "tiedUpValue", "warnings")).isEqualTo("25 []");
        assertThat(figures.of("unknown", "tiedUpValue", "warnings")).isEqualTo("0 [UNVALUED]");
    }

    @Test
    void listsAnInactiveItemOnlyWhileItIsNotAtZero() {
        UUID left = lastShipped("left", "2026-01-01T12:00:00Z");
        UUID gone = tenant.item("gone", "1");
        tenant.upsert(left, "left", "1", false);
        tenant.upsert(gone, "gone", "1", false);

        assertThat(compute("{}").all("sku")).containsExactly("left");
    }

    private UUID lastShipped(String sku, String at) {
        UUID item = tenant.item(sku, "1");
        tenant.move(MovementType.RECEIPT, LONG_AGO, item, "10", null);
        tenant.move(MovementType.SHIPMENT, at, item, "-1", null);
        return item;
    }

    private Figures compute(String parameters) {
        String others = parameters.replace("'", "\"").replace("{", "").replace("}", "");
        tenant.run("{\"asOf\":\"" + AS_OF + "\"" + (others.isEmpty() ? "" : "," + others) + "}");
        return new Figures(tenant.figures("slow-dead-stock", ""));
    }
}
