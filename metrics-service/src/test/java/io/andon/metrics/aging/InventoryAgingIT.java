package io.andon.metrics.aging;

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

/** From records on the topics to answers of the API; the rule itself has its test in {@link FifoTest}. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class InventoryAgingIT extends MetricsScenario {

    private static final String[] BUCKETS = {"qty0To30Days", "qty31To60Days", "qty61To90Days", "qtyOver90Days"};

    /** Acceptance case 12. */
    @Test
    void takesTheOldestFirst() {
        UUID item = tenant.item("SKU", "2");
        receive(item, "2026-03-01T12:00:00Z", "50");
        receive(item, "2026-05-10T12:00:00Z", "30");
        receive(item, "2026-06-20T12:00:00Z", "20");
        tenant.move(MovementType.SHIPMENT, "2026-06-25T12:00:00Z", item, "-60", null);

        Figures figures = compute();

        assertThat(figures.of("SKU", BUCKETS)).isEqualTo("20 20 0 0");
        assertThat(figures.of("SKU", "oldestAgeDays", "averageAgeDays", "value", "bucketValues"))
                .isEqualTo("52 31.5 80 [40, 40, 0, 0]");
    }

    /** Acceptance case 13. */
    @Test
    void carriesAgeAlongWithATransfer() {
        UUID item = tenant.item("SKU", "1");
        UUID elsewhere = UUID.randomUUID();
        receive(item, "2026-01-10T12:00:00Z", "40");
        tenant.post(
                MovementType.TRANSFER,
                "2026-06-28T12:00:00Z",
                null,
                line(1, item, tenant.location, null, "-25"),
                line(2, item, elsewhere, null, "25"));

        List<String> rows = compute().all("locationId", "qty0To30Days", "qtyOver90Days", "oldestAgeDays");

        assertThat(rows).containsExactlyInAnyOrder(tenant.location + " 0 15 172", elsewhere + " 0 25 172");
    }

    /** Acceptance case 14. */
    @Test
    void includesTheLastDayOfABucket() {
        for (String day : List.of("06-01", "05-31", "05-02", "05-01", "04-02", "04-01")) {
            receive(tenant.item(day, "1"), "2026-" + day + "T12:00:00Z", "7");
        }

        Figures figures = compute();

        String[] fields = {"oldestAgeDays", BUCKETS[0], BUCKETS[1], BUCKETS[2], BUCKETS[3]};
        assertThat(figures.of("06-01", fields)).isEqualTo("30 7 0 0 0");
        assertThat(figures.of("05-31", fields)).isEqualTo("31 0 7 0 0");
        assertThat(figures.of("05-02", fields)).isEqualTo("60 0 7 0 0");
        assertThat(figures.of("05-01", fields)).isEqualTo("61 0 0 7 0");
        assertThat(figures.of("04-02", fields)).isEqualTo("90 0 0 7 0");
        assertThat(figures.of("04-01", fields)).isEqualTo("91 0 0 0 7");
    }

    /** Acceptance case 15: on which day 23:30 UTC lies, seen from a day on which nothing else differs. */
    @ParameterizedTest
    @CsvSource({"Asia/Tokyo, 1", "America/Denver, 2", "UTC, 2"})
    void countsCalendarDaysOfTheTenantsZone(String zone, int age) {
        tenant.settings(zone, "80", "95");
        tenant.move(MovementType.WO_PRODUCTION, "2026-06-30T23:30:00Z", tenant.item("SKU", "1"), "7", null);

        // 2026-07-02 in all three of them.
        tenant.run("{\"asOf\":\"2026-07-02T12:00:00Z\"}");

        assertThat(new Figures(tenant.figures("inventory-aging", "")).of("SKU", "oldestAgeDays"))
                .isEqualTo(Integer.toString(age));
    }

    @Test
    void listsEachLotOnItsOwnAndOpeningStockWithItsOwnAge() {
        UUID item = tenant.item("SKU", "1");
        tenant.post(
                MovementType.OPENING,
                "2026-06-01T00:00:00Z",
                null,
                line(1, item, tenant.location, "A", "2026-01-01T00:00:00Z", "5"),
                line(2, item, tenant.location, "B", "2026-05-01T00:00:00Z", "5"),
                line(3, item, tenant.location, null, "2"));
        tenant.post(MovementType.SHIPMENT, "2026-06-10T00:00:00Z", null, line(1, item, tenant.location, "B", "-4"));

        assertThat(compute().all("lotCode", "oldestAgeDays", "qty0To30Days", "qty61To90Days", "qtyOver90Days"))
                .containsExactly("A 181 0 0 5", "B 61 0 1 0", "null 30 2 0 0");
    }

    @Test
    void listsNoStockThatIsGoneOrBelowZero() {
        UUID gone = tenant.item("gone", "1");
        receive(gone, "2026-06-01T12:00:00Z", "5");
        tenant.move(MovementType.SHIPMENT, "2026-06-02T12:00:00Z", gone, "-5", null);
        tenant.move(MovementType.SHIPMENT, "2026-06-02T12:00:00Z", tenant.item("short", "1"), "-5", null);
        tenant.item("never", "1");

        assertThat(compute().all("sku")).isEmpty();
    }

    @Test
    void valuesALayerAtItsOwnCostElseTheStandardCostElseWarns() {
        UUID item = tenant.item("SKU", "2");
        tenant.move(MovementType.RECEIPT, "2026-06-20T12:00:00Z", item, "3", "5");
        tenant.move(MovementType.RECEIPT, "2026-06-21T12:00:00Z", item, "3", null);
        tenant.move(MovementType.RECEIPT, "2026-06-21T12:00:00Z", tenant.item("unknown", null), "3", null);

        Figures figures = compute();

        assertThat(figures.of("SKU", "value", "warnings")).isEqualTo("21 []");
        assertThat(figures.of("unknown", "value", "warnings")).isEqualTo("0 [UNVALUED]");
    }

    @Test
    void usesTheTenantsBuckets() {
        tenant.settings("UTC", 90, 180, List.of(5, 10, 20));
        UUID item = tenant.item("SKU", "1");
        receive(item, "2026-06-26T00:00:00Z", "1");
        receive(item, "2026-06-25T00:00:00Z", "20");
        receive(item, "2026-06-11T00:00:00Z", "300");
        receive(item, "2026-06-10T00:00:00Z", "4000");

        assertThat(compute().of("SKU", BUCKETS)).isEqualTo("1 20 300 4000");
        JsonPath answer = tenant.figures("inventory-aging", "");
        assertThat(answer.getList("agingBuckets")).hasToString("[5, 10, 20]");
        assertThat(answer.getString("formulaVersion")).isEqualTo("aging-1");
        JsonPath summary = tenant.get("/metrics/summary").jsonPath();
        assertThat(summary.getList("metrics.inventory_aging.buckets.fromDays")).hasToString("[0, 6, 11, 21]");
        assertThat(summary.getList("metrics.inventory_aging.buckets.toDays")).hasToString("[5, 10, 20, null]");
        assertThat(summary.getList("metrics.inventory_aging.buckets.value")).hasToString("[1, 20, 300, 4000]");
    }

    private void receive(UUID item, String at, String quantity) {
        tenant.move(MovementType.RECEIPT, at, item, quantity, null);
    }

    private Figures compute() {
        tenant.run("{\"asOf\":\"" + AS_OF + "\"}");
        return new Figures(tenant.figures("inventory-aging", ""));
    }
}
