package io.andon.workorder.overview;

import static io.andon.workorder.Factory.batch;
import static io.andon.workorder.Factory.consume;
import static io.andon.workorder.Factory.produce;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.andon.backends.Issuer;
import io.andon.workorder.Answer;
import io.andon.workorder.Backends;
import io.andon.workorder.Factory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class OverviewIT {

    Issuer issuer;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private Factory factory;
    private String shelf;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
        shelf = factory.location();
    }

    /** Acceptance case 16 of the definitions. */
    @Test
    void followsAnOrderThatIsMadeInParts() {
        String bracket = factory.item("finished");
        String order = factory.releasedOrder(bracket, 100);
        complete(order, bracket, today.minusDays(5), 40);
        complete(order, bracket, today.minusDays(3), 35);
        scrap(order, today.minusDays(3), 5);
        String period = "?from=" + today.minusDays(5) + "&to=" + today.minusDays(3);

        assertThat(trend(period))
                .containsExactly(
                        today.minusDays(5) + " pcs 40/0",
                        today.minusDays(4) + " pcs 0/0",
                        today.minusDays(3) + " pcs 35/5");
        assertThat(factory.get("/work-orders/" + order).at("/status")).isEqualTo("in_progress");
        assertThat(factory.get("/work-orders/" + order + "/execution").number("/progressPercent"))
                .isEqualByComparingTo("75");
        assertThat(summary().number("/last7Days/yieldPercent")).isEqualByComparingTo("93.75");

        complete(order, bracket, today.minusDays(1), 20);

        assertThat(factory.get("/work-orders/" + order).at("/status")).isEqualTo("completed");
        assertThat(summary().number("/last7Days/yieldPercent")).isEqualByComparingTo("95.00");
        assertThat(summary().number("/last7Days/output/0/quantity")).isEqualByComparingTo("95");
        assertThat(summary().number("/last7Days/scrap/0/quantity")).isEqualByComparingTo("5");
    }

    /** Acceptance case 15 of the definitions. */
    @ParameterizedTest
    @CsvSource({"Asia/Tokyo, 1", "America/Denver, 0", "UTC, 0"})
    void bucketsDaysInTheTenantsZone(String zone, int daysLater) {
        Answer.of(factory.as("planner")
                        .body(Map.of("zone", zone, "currency", "EUR"))
                        .put("/tenant-settings"))
                .expect(200);
        String bread = factory.item("finished");
        String order = factory.releasedOrder(bread, 10);
        LocalDate day = today.minusDays(10);

        post(order, bread, day + "T23:30:00Z", 3);

        assertThat(trend("?from=" + day.minusDays(1) + "&to=" + day.plusDays(2)))
                .filteredOn(row -> !row.endsWith(" 0/0"))
                .containsExactly(day.plusDays(daysLater) + " pcs 3/0");
        assertThat(factory.get("/production-overview").at("/zone")).isEqualTo(zone);
    }

    @Test
    void neverAddsUnits() {
        String bread = factory.item("finished");
        String beer = factory.item("finished", "baseUom", "l");
        make(bread, 7);
        make(beer, 0.5);

        Answer overview = factory.get("/production-overview").expect(200);

        assertThat(overview.json().path("volumeTrend")).hasSize(60);
        assertThat(trend("?from=" + today)).containsExactly(today + " l 0.5/0", today + " pcs 7/0");
        assertThat(overview.json().at("/topBottomSkus/top").findValuesAsText("itemId"))
                .containsExactly(beer, bread);
        assertThat(summary().json().at("/last7Days/yieldPercent").isNull()).isTrue();
        assertThat(summary().json().at("/last7Days/yieldByUom").toString())
                .isEqualTo("[{\"uom\":\"l\",\"percent\":100},{\"uom\":\"pcs\",\"percent\":100}]");
    }

    @Test
    void ranksTheTopAndBottomFive() {
        for (int quantity = 1; quantity <= 7; quantity++) {
            make(factory.item("finished"), quantity);
        }

        JsonNode skus =
                factory.get("/production-overview/top-bottom-skus").json().path("data");

        assertThat(skus.path("top").findValuesAsText("quantity")).containsExactly("7", "6", "5", "4", "3");
        assertThat(skus.path("bottom").findValuesAsText("quantity")).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void showsWorkInProgressAndWhatItConsumed() {
        String flour = factory.item("raw", "baseUom", "g", "standardCost", 0.001);
        String salt = factory.item("raw", "baseUom", "g", "standardCost", 1);
        String bread = factory.item("finished");
        factory.draftOrder(bread, 3);
        String order = factory.releasedOrder(bread, 10);
        factory.stock(flour, shelf, 1000);
        factory.stock(salt, shelf, 1000);
        factory.record(
                        order,
                        batch(
                                List.of(consume(flour, shelf, 500), consume(salt, shelf, 10)),
                                List.of(produce(bread, shelf, 1))))
                .expect(201);

        JsonNode overview = factory.get("/production-overview").json();

        assertThat(overview.at("/wipStatus").findValuesAsText("status"))
                .containsExactly("draft", "released", "in_progress", "completed");
        assertThat(overview.at("/wipStatus/2").toString())
                .isEqualTo(
                        "{\"status\":\"in_progress\",\"workOrders\":1,\"quantityPlanned\":[{\"uom\":\"pcs\",\"quantity\":10}]}");
        assertThat(consumed("")).containsExactly(salt + " 10", flour + " 500");
        assertThat(consumed("?itemId=" + flour)).containsExactly(flour + " 500");
        assertThat(consumed("?itemId=" + bread)).containsExactly(salt + " 10", flour + " 500");
        assertThat(consumed("?locationId=" + factory.location())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-02-30",
                "to=now",
                "from=2026-02-02&to=2026-02-01",
                "from=2020-01-01&to=2026-01-01",
                "itemId=x",
                "locationId=1-1-1-1-1"
            })
    void refusesFiltersThatItDoesNotUnderstand(String query) {
        factory.get("/production-overview?" + query).expectProblem(400, "INVALID_FIELD");
        factory.get("/production-overview/volume-trend?" + query).expectProblem(400, "INVALID_FIELD");
    }

    private Answer summary() {
        return factory.get("/production-summary").expect(200);
    }

    private List<String> trend(String query) {
        JsonNode rows =
                factory.get("/production-overview" + query).expect(200).json().path("volumeTrend");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> "%s %s %s/%s"
                        .formatted(
                                row.path("date").asText(),
                                row.path("uom").asText(),
                                row.path("good").asText(),
                                row.path("scrap").asText()))
                .toList();
    }

    private List<String> consumed(String query) {
        JsonNode rows = factory.get("/production-overview/materials-consumed" + query)
                .expect(200)
                .json()
                .path("data");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row ->
                        row.path("itemId").asText() + " " + row.path("quantity").asText())
                .toList();
    }

    private void make(String item, Object quantity) {
        factory.complete(factory.releasedOrder(item, 1), item, shelf, quantity).expect(200);
    }

    private void complete(String order, String item, LocalDate day, int quantity) {
        post(order, item, day + "T10:00:00Z", quantity);
    }

    private void post(String order, String item, String occurredAt, int quantity) {
        Map<String, Object> body = new HashMap<>();
        body.put("occurredAt", occurredAt);
        body.put("lines", List.of(Map.of("outputItemId", item, "toLocationId", shelf, "quantityCompleted", quantity)));
        String id = factory.post("operator", "/work-orders/" + order + "/completions", body)
                .expect(201)
                .id();
        factory.postDraft(order, id).expect(200);
    }

    private void scrap(String order, LocalDate day, int quantity) {
        factory.post(
                        "operator",
                        "/work-orders/" + order + "/scrap",
                        Map.of("occurredAt", day + "T10:00:00Z", "quantityScrapped", quantity))
                .expect(201);
    }
}
