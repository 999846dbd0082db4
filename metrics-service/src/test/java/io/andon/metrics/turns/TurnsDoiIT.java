package io.andon.metrics.turns;

import static io.andon.metrics.TestTenant.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.MovementType;
import io.andon.metrics.Backends;
import io.andon.metrics.Figures;
import io.andon.metrics.MetricsScenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From records on the topics to answers of the API. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TurnsDoiIT extends MetricsScenario {

    private static final String LONG_AGO = "2025-11-01T08:00:00Z";
    private static final String[] RATIOS = {"turns", "annualizedTurns", "doiDays", "daysOfSupply", "reason"};

    /** Acceptance case 7. */
    @Test
    void comparesOutflowWithTheAverageOnHand() {
        UUID item = tenant.item("SKU", "1");
        tenant.move(MovementType.OPENING, LONG_AGO, item, "100", null);
        tenant.move(MovementType.SHIPMENT, day(30), item, "-40", null);
        tenant.move(MovementType.RECEIPT, day(60), item, "30", null);

        Figures figures = compute(90);

        assertThat(figures.of("SKU", "avgOnHandQty", "totalOutflowQty", "avgDailyOutflow"))
                .isEqualTo("83.333333 40 0.444444");
        assertThat(figures.of("SKU", RATIOS)).isEqualTo("0.48 1.95 187.5 202.5 null");
        assertThat(figures.of("SKU", "windowDays", "hadNegative")).isEqualTo("90 false");
    }

    /** Acceptance case 8. */
    @Test
    void tellsStockThatNobodyUses() {
        tenant.move(MovementType.OPENING, LONG_AGO, tenant.item("SKU", "1"), "50", null);

        assertThat(compute(90).of("SKU", RATIOS)).isEqualTo("0 0 null null NO_USAGE");
    }

    /** Acceptance case 9. */
    @Test
    void weighsStockByTheTimeThatItWasThere() {
        UUID item = tenant.item("SKU", "1");
        tenant.move(MovementType.RECEIPT, day(45), item, "60", null);
        tenant.move(MovementType.SHIPMENT, day(75), item, "-60", null);

        Figures figures = compute(90);

        assertThat(figures.of("SKU", "avgOnHandQty")).isEqualTo("20");
        assertThat(figures.of("SKU", RATIOS)).isEqualTo("3 12.17 30 0 null");
    }

    /** Acceptance case 10. */
    @Test
    void countsFromTheStartOfTheWindowUpToButNotIncludingItsEnd() {
        UUID item = tenant.item("SKU", "1");
        tenant.move(MovementType.OPENING, LONG_AGO, item, "20", null);
        tenant.move(MovementType.SHIPMENT, "2026-06-01T00:00:00Z", item, "-5", null);
        tenant.move(MovementType.SHIPMENT, AS_OF, item, "-5", null);

        Figures figures = compute(30);

        assertThat(figures.of("SKU", "totalOutflowQty", "avgOnHandQty")).isEqualTo("5 15");
        assertThat(figures.of("SKU", RATIOS)).isEqualTo("0.33 4.06 90 90 null");
        JsonPath answer = tenant.figures("turns-doi", "");
        assertThat(answer.getString("windowStart")).isEqualTo("2026-06-01T00:00:00Z");
        assertThat(answer.getInt("windowDays")).isEqualTo(30);
        assertThat(answer.getString("formulaVersion")).isEqualTo("turns-1");
    }

    @Test
    void isExactToTheInstantAndNotToTheDay() {
        UUID item = tenant.item("SKU", "1");
        tenant.move(MovementType.RECEIPT, "2026-06-30T18:00:00Z", item, "24", null);

        assertThat(compute(1).of("SKU", "avgOnHandQty")).isEqualTo("6");
    }

    @Test
    void takesStockBelowZeroForNone() {
        UUID item = tenant.item("SKU", "1");
        tenant.move(MovementType.SHIPMENT, day(0), item, "-30", null);
        tenant.move(MovementType.RECEIPT, day(45), item, "50", null);

        Figures figures = compute(90);

        assertThat(figures.of("SKU", "avgOnHandQty", "hadNegative", "turns")).isEqualTo("10 true 3");
    }

    @Test
    void doesNotTakeTheOrderWithinOneInstantForStockBelowZero() {
        UUID item = tenant.item("SKU", "1");
        tenant.move(MovementType.SHIPMENT, day(10), item, "-30", null);
        tenant.move(MovementType.RECEIPT, day(10), item, "30", null);

        assertThat(compute(90).of("SKU", "avgOnHandQty", "hadNegative")).isEqualTo("0 false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-7 | null 0 7 NO_STOCK",
                "0  | null null 0 NO_STOCK",
                "7  | 0 null -7 NO_USAGE",
            })
    void saysWhyAFigureIsMissing(String moved, String expected) {
        UUID item = tenant.item("SKU", "1");
        MovementType type = moved.startsWith("-") ? MovementType.SHIPMENT : MovementType.CUSTOMER_RETURN;
        tenant.move(type, day(10), item, moved, null);

        assertThat(compute(90).of("SKU", "turns", "doiDays", "totalOutflowQty", "reason"))
                .isEqualTo(expected);
    }

    @Test
    void takesBackWhatIsVoidedAndReturned() {
        UUID item = tenant.item("SKU", "1");
        tenant.move(MovementType.OPENING, LONG_AGO, item, "100", null);
        UUID shipment = tenant.move(MovementType.SHIPMENT, day(10), item, "-30", null);
        tenant.move(MovementType.SHIPMENT, day(11), item, "30", null, shipment);
        tenant.move(MovementType.WO_ISSUE, day(12), item, "-20", null);
        tenant.move(MovementType.CUSTOMER_RETURN, day(13), item, "5", null);
        tenant.move(MovementType.COUNT, day(14), item, "-9", null);

        assertThat(compute(90).of("SKU", "totalOutflowQty")).isEqualTo("15");
    }

    @Test
    void knowsThatADayCanHave23Hours() {
        tenant.settings("Europe/Lisbon", "80", "95");
        UUID item = tenant.item("SKU", "1");
        // Clocks went forward on 2026-03-29: that day's window has 23 hours, and the stock is there for the last of
        // them.
        tenant.move(MovementType.RECEIPT, "2026-03-29T22:00:00Z", item, "23", null);

        tenant.run("{\"asOf\":\"2026-03-29T23:00:00Z\",\"turnsWindowDays\":1}");

        JsonPath answer = tenant.figures("turns-doi", "");
        assertThat(answer.getString("windowStart")).isEqualTo("2026-03-29T00:00:00Z");
        assertThat(new Figures(answer).of("SKU", "avgOnHandQty")).isEqualTo("1");
    }

    @Test
    void addsMoneyOverItemsAndNotTheirRatios() {
        UUID cheap = tenant.item("cheap", "1");
        UUID dear = tenant.item("dear", "100");
        tenant.move(MovementType.OPENING, LONG_AGO, cheap, "10", null);
        tenant.move(MovementType.OPENING, LONG_AGO, dear, "10", null);
        tenant.move(MovementType.SHIPMENT, AS_OF.replace("07-01T00", "06-30T23"), cheap, "-90", "2");
        tenant.move(MovementType.RECEIPT, AS_OF.replace("07-01T00", "06-30T23"), cheap, "90", null);

        Figures figures = compute(90);

        assertThat(figures.of("cheap", "totalOutflowCost", "avgOnHandValue", "turns"))
                .isEqualTo("180 10 9");
        assertThat(figures.of("dear", "totalOutflowCost", "avgOnHandValue", "turns"))
                .isEqualTo("0 1000 0");
        JsonPath total = tenant.get("/metrics/summary").jsonPath();
        // 180 / 1010; the mean of 9 and 0 would be 4.5.
        assertThat(total.getString("metrics.turns_doi.turns")).isEqualTo("0.18");
        assertThat(total.getString("metrics.turns_doi.annualizedTurns")).isEqualTo("0.72");
        assertThat(total.getString("metrics.turns_doi.doiDays")).isEqualTo("505");
        assertThat(total.getInt("metrics.turns_doi.items")).isEqualTo(2);
    }

    @Test
    void findsTheLatestRunOfAWindow() {
        tenant.item("SKU", "1");
        UUID longer = tenant.run("{\"turnsWindowDays\":90}");
        UUID shorter = tenant.run("{\"turnsWindowDays\":30,\"abcWindowDays\":90}");

        assertThat(tenant.figures("turns-doi", "").getString("runId")).isEqualTo(shorter.toString());
        assertThat(tenant.figures("turns-doi", "&windowDays=90").getString("runId"))
                .isEqualTo(longer.toString());
        assertThat(tenant.figures("turns-doi", "&windowDays=7").getString("runId"))
                .isNull();
    }

    /** An instant within the window of 90 days, its first being day 0. */
    private static String day(int day) {
        return Instant.parse(AS_OF).minus(90 - day, ChronoUnit.DAYS).toString();
    }

    private Figures compute(int days) {
        tenant.run("{\"asOf\":\"" + AS_OF + "\",\"turnsWindowDays\":" + days + "}");
        return new Figures(tenant.figures("turns-doi", ""));
    }
}
