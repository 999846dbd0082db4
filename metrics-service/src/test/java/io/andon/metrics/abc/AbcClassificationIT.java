package io.andon.metrics.abc;

import static io.andon.metrics.TestTenant.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.MovementType;
import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The acceptance cases of the metrics' definition, from records on the topics to answers of the API. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AbcClassificationIT extends MetricsScenario {

    private static final String IN_WINDOW = "2026-06-15T12:00:00Z";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "case 1       | 48000,21000,10500,7200,5100,3600,2300,1200,700,400 | A,A,A,A,B,B,C,C,C,C"
                        + " | 48.00,69.00,79.50,86.70,91.80,95.40,97.70,98.90,99.60,100.00",
                "case 2, one  | 500           | A       | 100.00",
                "case 3 giant | 900,60,40     | A,B,C   | 90.00,96.00,100.00",
                "case 4 tie   | 40,20,20,20   | A,A,A,A | 40.00,60.00,80.00,100.00",
                "exactly 80 % | 80,15,5       | A,B,C   | 80.00,95.00,100.00",
                "thirds       | 1,1,1         | A,A,A   | 33.33,66.67,100.00"
            })
    void ranksByUsageValue(String name, String values, String classes, String percentages) {
        int number = 0;
        for (String value : values.split(",")) {
            UUID item = tenant.item("SKU-%02d".formatted(number++), null);
            tenant.move(MovementType.SHIPMENT, IN_WINDOW, item, "-1", value.strip());
        }

        JsonPath answer = tenant.classify();

        assertThat(answer.getList("data.abcClass")).isEqualTo(List.of(classes.split(",")));
        assertThat(decimals(answer, "data.cumulativePercentage"))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(decimals(percentages));
        assertThat(answer.getList("data.sku")).isSorted();
        assertThat(answer.getList("data.reason")).containsOnlyNulls();
    }

    @Test
    void putsItemsWithoutUsageInClassC() {
        tenant.item("SKU-1", "10");
        tenant.item("SKU-2", "10");

        JsonPath answer = tenant.classify();

        assertThat(answer.getList("data.abcClass")).containsExactly("C", "C");
        assertThat(answer.getList("data.reason")).containsExactly("NO_USAGE", "NO_USAGE");
        assertThat(answer.getList("data.cumulativePercentage")).containsOnlyNulls();
    }

    @Test
    void addsMoneyAndNotUnits() {
        UUID flour = tenant.item("FLOUR", "0.0009");
        UUID bearing = tenant.item("BEARING", "250");
        UUID label = tenant.item("LABEL", "0.02");
        tenant.move(MovementType.WO_ISSUE, IN_WINDOW, flour, "-500000", null);
        tenant.move(MovementType.SHIPMENT, IN_WINDOW, bearing, "-4", null);
        tenant.move(MovementType.WO_ISSUE, IN_WINDOW, label, "-1800", null);
        tenant.move(MovementType.TRANSFER, IN_WINDOW, bearing, "-9999", null);

        JsonPath answer = tenant.classify();

        assertThat(answer.getList("data.sku")).containsExactly("BEARING", "FLOUR", "LABEL");
        assertThat(answer.getList("data.abcClass")).containsExactly("A", "A", "C");
        assertThat(decimals(answer, "data.cumulativePercentage"))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(decimals("67.29,97.58,100.00"));
    }

    @Test
    void countsFromTheStartOfTheWindowUpToButNotIncludingItsEnd() {
        UUID item = tenant.item("SKU", "1");
        tenant.move(MovementType.SHIPMENT, "2026-05-31T23:59:59.999999Z", item, "-1000", null);
        tenant.move(MovementType.SHIPMENT, "2026-06-01T00:00:00Z", item, "-5", null);
        tenant.move(MovementType.SHIPMENT, AS_OF, item, "-7000", null);

        tenant.run("{\"asOf\":\"" + AS_OF + "\",\"abcWindowDays\":30}");

        JsonPath answer = tenant.classification("");
        assertThat(totals(answer)).isEqualTo(Map.of("SKU", "5"));
        assertThat(answer.getString("asOf")).isEqualTo(AS_OF);
        assertThat(answer.getString("windowStart")).isEqualTo("2026-06-01T00:00:00Z");
        assertThat(answer.getInt("windowDays")).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        // A day of 23 hours lies in the window of both: clocks went forward on 2026-03-29 and 2026-03-08.
        "Europe/Lisbon,  2026-06-01T00:00:00+01:00, 2026-03-03T00:00:00Z",
        "America/Denver, 2026-06-01T00:00:00-06:00, 2026-03-03T07:00:00Z",
        "Asia/Tokyo,     2026-06-01T00:00:00+09:00, 2026-03-02T15:00:00Z",
        "UTC,            2026-06-01T00:00:00Z,      2026-03-03T00:00:00Z"
    })
    void countsCalendarDaysOfTheTenantsZone(String zone, String asOf, String start) {
        tenant.settings(zone, "80", "95");
        UUID item = tenant.item("SKU", "1");
        tenant.move(MovementType.SHIPMENT, start, item, "-1", null);
        tenant.move(MovementType.SHIPMENT, Instant.parse(start).minusMillis(1).toString(), item, "-10", null);

        tenant.run("{\"asOf\":\"" + asOf + "\"}");

        JsonPath answer = tenant.classification("");
        assertThat(answer.getString("windowStart")).isEqualTo(start);
        assertThat(totals(answer)).isEqualTo(Map.of("SKU", "1"));
    }

    @Test
    void countsDemandOnly() {
        UUID item = tenant.item("SKU", "1");
        for (MovementType type : MovementType.values()) {
            tenant.move(type, IN_WINDOW, item, "-100", null);
        }
        tenant.move(MovementType.CUSTOMER_RETURN, IN_WINDOW, item, "120", null);

        // 100 shipped, 100 issued; of the two returns one takes 120 away and the other, negative one, adds 100.
        assertThat(totals(tenant.classify())).isEqualTo(Map.of("SKU", "180"));
    }

    @Test
    void countsAVoidWithTheTypeOfWhatItReverses() {
        UUID shipped = tenant.item("SHIPPED", "1");
        UUID counted = tenant.item("COUNTED", "1");
        UUID twice = tenant.item("VOIDED-TWICE", "1");
        UUID shipment = tenant.move(MovementType.SHIPMENT, IN_WINDOW, shipped, "-30", null);
        tenant.move(MovementType.ADJUSTMENT, IN_WINDOW, shipped, "10", null, shipment);
        UUID count = tenant.move(MovementType.COUNT, IN_WINDOW, counted, "-9", null);
        tenant.move(MovementType.SHIPMENT, IN_WINDOW, counted, "9", null, count);
        UUID first = tenant.move(MovementType.WO_ISSUE, IN_WINDOW, twice, "-8", null);
        UUID undone = tenant.move(MovementType.ADJUSTMENT, IN_WINDOW, twice, "8", null, first);
        tenant.move(MovementType.ADJUSTMENT, IN_WINDOW, twice, "-8", null, undone);

        assertThat(totals(tenant.classify())).isEqualTo(Map.of("SHIPPED", "20", "COUNTED", "0", "VOIDED-TWICE", "8"));
    }

    @Test
    void countsAVoidThatArrivesBeforeWhatItReverses() {
        UUID item = tenant.item("SKU", "1");
        UUID original = UUID.randomUUID();
        UUID voided = UUID.randomUUID();
        tenant.publish(tenant.movement(UUID.randomUUID(), MovementType.COUNT, IN_WINDOW, item, "-4", null, voided));
        tenant.publish(tenant.movement(voided, MovementType.COUNT, IN_WINDOW, item, "4", null, original));
        topics.awaitApplied();
        tenant.publish(tenant.movement(original, MovementType.SHIPMENT, IN_WINDOW, item, "-4", null, null));

        assertThat(totals(tenant.classify())).isEqualTo(Map.of("SKU", "4"));
    }

    @Test
    void keepsMovementsThatReverseEachOtherInACircle() {
        UUID item = tenant.item("SKU", "1");
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        tenant.publish(tenant.movement(one, MovementType.SHIPMENT, IN_WINDOW, item, "-4", null, other));
        tenant.publish(tenant.movement(other, MovementType.SHIPMENT, IN_WINDOW, item, "-3", null, one));

        assertThat(totals(tenant.classify())).isEqualTo(Map.of("SKU", "7"));
    }

    @Test
    void valuesAtTheMovementsCostElseTheStandardCostElseWarns() {
        UUID valued = tenant.item("BOTH", "2");
        UUID unvalued = tenant.item("NEITHER", null);
        tenant.move(MovementType.SHIPMENT, IN_WINDOW, valued, "-3", "5");
        tenant.move(MovementType.SHIPMENT, IN_WINDOW, valued, "-1.5", null);
        tenant.move(MovementType.SHIPMENT, IN_WINDOW, unvalued, "-3", null);

        JsonPath answer = tenant.classify();

        assertThat(totals(answer)).isEqualTo(Map.of("BOTH", "18", "NEITHER", "0"));
        assertThat(answer.getList("data.find { it.sku == 'NEITHER' }.warnings")).containsExactly("UNVALUED");
        assertThat(answer.getList("data.find { it.sku == 'BOTH' }.warnings")).isEmpty();
    }

    @Test
    void treatsMoreReturnedThanShippedAsNoUsage() {
        UUID returned = tenant.item("RETURNED", "1");
        UUID shipped = tenant.item("SHIPPED", "1");
        tenant.move(MovementType.CUSTOMER_RETURN, IN_WINDOW, returned, "50", null);
        tenant.move(MovementType.SHIPMENT, IN_WINDOW, shipped, "-10", null);

        JsonPath answer = tenant.classify();

        assertThat(answer.getList("data.sku")).containsExactly("SHIPPED", "RETURNED");
        assertThat(answer.getList("data.reason")).containsExactly(null, "NO_USAGE");
        assertThat(answer.getString("data[0].cumulativePercentage")).isEqualTo("100");
        assertThat(answer.getString("data[1].cumulativePercentage")).isNull();
        assertThat(answer.getString("data[1].totalValue")).isEqualTo("-50");
    }

    @Test
    void usesTheTenantsThresholds() {
        tenant.settings("UTC", "50", "60");
        for (String value : List.of("50", "30", "20")) {
            tenant.move(MovementType.SHIPMENT, IN_WINDOW, tenant.item("SKU-" + value, null), "-1", value);
        }

        assertThat(tenant.classify().getList("data.abcClass")).containsExactly("A", "B", "C");
    }

    private static Map<String, String> totals(JsonPath answer) {
        return answer.<Map<String, Object>>getList("data").stream()
                .collect(Collectors.toMap(
                        row -> (String) row.get("sku"),
                        row -> new BigDecimal(row.get("totalValue").toString()).toPlainString()));
    }

    private static List<BigDecimal> decimals(JsonPath answer, String path) {
        return answer.<Object>getList(path).stream()
                .map(number -> new BigDecimal(number.toString()))
                .toList();
    }

    private static BigDecimal[] decimals(String text) {
        return Arrays.stream(text.split(",")).map(BigDecimal::new).toArray(BigDecimal[]::new);
    }
}
