package io.andon.workorder.overview;

import static io.andon.workorder.Factory.batch;
import static io.andon.workorder.Factory.component;
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
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class OverviewPanelsIT {

    Issuer issuer;

    private Factory factory;
    private String flour;
    private String bread;
    private String store;
    private String order;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
        flour = factory.item("raw", "baseUom", "g");
        bread = factory.item("finished");
        store = factory.location();
        factory.move("OPENING", factory.line(flour, store, 10_000)).expect(201);
        order = factory.orderByBom(
                bread,
                100,
                factory.bom(bread, 10, List.of(component(flour, 5000, 0))).id());
    }

    @Test
    void dividesTheTrendIntoDaysWeeksAndMonths() {
        bake("2026-02-27T10:00:00Z", 1);
        bake("2026-03-01T10:00:00Z", 2);
        bake("2026-03-02T10:00:00Z", 4);
        bake("2026-03-31T10:00:00Z", 8);
        bake("2026-04-01T10:00:00Z", 16);
        String period = "?from=2026-02-27&to=2026-03-31&bucket=";

        assertThat(trend(period + "day")).hasSize(33).contains("2026-03-01 2", "2026-03-03 0");
        assertThat(trend(period + "week"))
                .containsExactly(
                        "2026-02-23 3", "2026-03-02 4", "2026-03-09 0", "2026-03-16 0", "2026-03-23 0", "2026-03-30 8");
        assertThat(trend(period + "month")).containsExactly("2026-02-01 1", "2026-03-01 14");
        assertThat(trend("?from=2026-03-31&to=2026-03-31")).containsExactly("2026-03-31 8");
        factory.get("/production-overview?bucket=hour").expectProblem(400, "INVALID_FIELD");
    }

    @Test
    void comparesMaterialWithTheBills() {
        factory.record(order, batch(List.of(consume(flour, store, 1100)), List.of(produce(bread, store, 2))))
                .expect(201);
        String plain = factory.releasedOrder(bread, 10);
        factory.issue(plain, flour, store, 300).expect(200);

        Answer panel = factory.get("/production-overview/materials-consumed").expect(200);

        assertThat(panel.at("/asOf")).isNotBlank();
        assertThat(panel.number("/data/0/quantity")).isEqualByComparingTo("1400");
        assertThat(panel.number("/data/0/quantityByBom")).isEqualByComparingTo("1100");
        assertThat(panel.number("/data/0/expectedQuantity")).isEqualByComparingTo("1000");
        assertThat(panel.number("/data/0/variancePercent")).isEqualByComparingTo("10");
        // Scrap was to take material as well: now 1500 g are expected.
        factory.post("operator", "/work-orders/" + order + "/scrap", Map.of("quantityScrapped", 1))
                .expect(201);
        assertThat(materials("").at("/0/variancePercent").decimalValue()).isEqualByComparingTo("-26.67");
        assertThat(materials("?itemId=" + bread).at("/0/variancePercent").decimalValue())
                .isEqualByComparingTo("-26.67");
        assertThat(materials("?itemId=" + flour).at("/0/expectedQuantity").decimalValue())
                .isEqualByComparingTo("1500");
        assertThat(materials("?locationId=" + store).at("/0/quantity").decimalValue())
                .isEqualByComparingTo("1400");
        assertThat(materials("?locationId=" + store).at("/0/variancePercent").isNull())
                .isTrue();
        assertThat(materials("?locationId=" + factory.location())).isEmpty();
        assertThat(materials("?itemId=" + factory.item("raw"))).isEmpty();
        assertThat(materials("?from=2026-01-01&to=2026-01-31")).isEmpty();
    }

    @Test
    void hasNoVarianceWithoutABill() {
        factory.issue(factory.releasedOrder(bread, 10), flour, store, 300).expect(200);

        assertThat(materials("").at("/0/quantity").asInt()).isEqualTo(300);
        assertThat(materials("").at("/0/expectedQuantity").isNull()).isTrue();
        assertThat(materials("").at("/0/variancePercent").isNull()).isTrue();
    }

    @Test
    void showsMaterialThatABillExpectsAndNobodyTook() {
        factory.complete(order, bread, store, 2).expect(200);

        assertThat(materials("").at("/0/quantity").asInt()).isZero();
        assertThat(materials("").at("/0/variancePercent").asInt()).isEqualTo(-100);
    }

    @Test
    void filtersOutputByItemAndLocation() {
        String elsewhere = factory.location();
        String roll = factory.item("finished");
        factory.complete(order, bread, store, 3).expect(200);
        factory.complete(factory.releasedOrder(roll, 9), roll, elsewhere, 5).expect(200);

        for (String query : List.of("?itemId=" + roll, "?locationId=" + elsewhere)) {
            Answer overview = factory.get("/production-overview" + query).expect(200);
            assertThat(overview.number("/volumeTrend/29/good")).isEqualByComparingTo("5");
            assertThat(overview.json().at("/topBottomSkus/top").findValuesAsText("itemId"))
                    .containsExactly(roll);
            assertThat(overview.json().at("/topBottomSkus/bottom").findValuesAsText("itemId"))
                    .containsExactly(roll);
        }
    }

    @Test
    void countsWorkInProgressAsItStoodAtTheEndOfThePeriod() {
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        factory.post(
                        "planner",
                        "/work-orders",
                        Map.of("outputItemId", bread, "quantityPlanned", 4, "defaultProduceLocationId", store))
                .expect(201);

        assertThat(wip("")).containsExactly("draft 1", "released 1", "in_progress 0", "completed 0");
        assertThat(wip("?itemId=" + flour)).containsOnly("draft 0", "released 0", "in_progress 0", "completed 0");
        assertThat(wip("?locationId=" + store))
                .containsExactly("draft 1", "released 0", "in_progress 0", "completed 0");
        assertThat(wip("?to=" + yesterday)).containsOnly("draft 0", "released 0", "in_progress 0", "completed 0");
    }

    private void bake(String occurredAt, int quantity) {
        factory.post(
                        "operator",
                        "/work-orders/" + order + "/record-batch",
                        Map.of(
                                "occurredAt",
                                occurredAt,
                                "consumeLines",
                                List.of(consume(flour, store, 1)),
                                "produceLines",
                                List.of(produce(bread, store, quantity))))
                .expect(201);
    }

    private List<String> trend(String query) {
        JsonNode rows = factory.get("/production-overview/volume-trend" + query)
                .expect(200)
                .json()
                .path("data");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("date").asText() + " " + row.path("good").asText())
                .toList();
    }

    private List<String> wip(String query) {
        JsonNode rows = factory.get("/production-overview/wip-status" + query)
                .expect(200)
                .json()
                .path("data");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("status").asText() + " "
                        + row.path("workOrders").asText())
                .toList();
    }

    private JsonNode materials(String query) {
        return factory.get("/production-overview/materials-consumed" + query)
                .expect(200)
                .json()
                .path("data");
    }
}
