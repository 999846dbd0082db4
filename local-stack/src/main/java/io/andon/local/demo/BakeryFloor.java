package io.andon.local.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people of the bakery do, as requests. Each is named by a key that is the same in every load. */
final class BakeryFloor {

    static final String PLANNER = "planner@alder-street";
    private static final String OPERATOR = "operator@alder-street";

    private final DemoApi api;
    private final BakeryMasterData masterData;
    private BigDecimal valueOfUsage = BigDecimal.ZERO;

    BakeryFloor(DemoApi api, BakeryMasterData masterData) {
        this.api = api;
        this.masterData = masterData;
    }

    /** A movement of stock that no work order made; quantities are signed. */
    void move(String type, String key, Instant at, Map<Goods, BigDecimal> quantities) {
        List<Map<String, Object>> lines = new ArrayList<>();
        quantities.forEach((goods, quantity) -> {
            lines.add(Map.of(
                    "itemId", masterData.item(goods),
                    "locationId", masterData.location(goods),
                    "qtyDelta", quantity));
            if ("SHIPMENT".equals(type)) {
                countUsage(goods, quantity.negate());
            }
        });
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("movementType", type);
        body.put("occurredAt", at.toString());
        body.put("lines", lines);
        api.post(OPERATOR, "/inventory/movements", key, body);
    }

    /** Plans an order and returns its id. */
    String plan(Goods output, int quantity, String key, Instant start, Instant due) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("outputItemId", masterData.item(output));
        body.put("quantityPlanned", quantity);
        body.put("defaultProduceLocationId", masterData.location(output));
        body.put("scheduledStartAt", start.toString());
        body.put("scheduledDueAt", due.toString());
        return api.post(PLANNER, "/work-orders", key, body).path("id").asText();
    }

    void release(String order, String key) {
        api.post(PLANNER, "/work-orders/" + order + "/release", key + "-release", Map.of());
    }

    /** Bakes: takes what the recipe wants and puts the bread on the shelf, in one step. */
    void bake(String order, Goods output, int pieces, String key, Instant at) {
        List<Map<String, Object>> consumed = new ArrayList<>();
        output.ingredients(pieces).forEach((goods, quantity) -> {
            consumed.add(Map.of(
                    "componentItemId", masterData.item(goods),
                    "fromLocationId", masterData.location(goods),
                    "quantity", quantity));
            countUsage(goods, quantity);
        });
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("occurredAt", at.toString());
        body.put("consumeLines", consumed);
        body.put(
                "produceLines",
                List.of(Map.of(
                        "outputItemId", masterData.item(output),
                        "toLocationId", masterData.location(output),
                        "quantity", pieces)));
        api.post(OPERATOR, "/work-orders/" + order + "/record-batch", key, body);
    }

    /** Reports output without its consumption: a draft, then its posting. */
    void complete(String order, Goods output, int pieces, String key, Instant at) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("occurredAt", at.toString());
        body.put(
                "lines",
                List.of(Map.of(
                        "outputItemId", masterData.item(output),
                        "toLocationId", masterData.location(output),
                        "quantityCompleted", pieces)));
        String path = "/work-orders/" + order + "/completions";
        String completion = api.post(OPERATOR, path, key, body).path("id").asText();
        api.post(OPERATOR, path + "/" + completion + "/post", key + "-post", Map.of());
    }

    private void countUsage(Goods goods, BigDecimal quantity) {
        valueOfUsage = valueOfUsage.add(goods.cost().multiply(quantity));
    }

    /** What was sold or used up, at standard cost. */
    BigDecimal valueOfUsage() {
        return valueOfUsage;
    }
}
