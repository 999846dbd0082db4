package io.andon.workorder;

import io.andon.backends.Issuer;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A tenant of the test's own, and what its people do through the API. */
public final class Factory {

    private static final Duration VALIDITY = Duration.ofMinutes(30);

    private final AtomicInteger serial = new AtomicInteger();
    private final Map<String, String> tokens = new HashMap<>();
    private final String tenant;
    private final Supplier<RequestSpecification> requests;

    private Factory(Issuer issuer, String tenant, Supplier<RequestSpecification> requests) {
        this.tenant = tenant;
        this.requests = requests;
        for (String role : List.of("viewer", "operator", "planner", "admin")) {
            tokens.put(role, issuer.token(tenant, List.of(role), VALIDITY));
        }
    }

    public static Factory open(Issuer issuer) {
        return new Factory(issuer, "t-" + UUID.randomUUID(), RestAssured::given);
    }

    /** As {@link #open}, but at a service of its own process, wherever it is at the moment. */
    public static Factory at(Issuer issuer, Supplier<URI> service) {
        return new Factory(issuer, "t-" + UUID.randomUUID(), () -> RestAssured.given()
                .baseUri(service.get().toString()));
    }

    public String token(String role) {
        return tokens.get(role);
    }

    public String tenant() {
        return tenant;
    }

    public RequestSpecification as(String role) {
        return requests.get().auth().oauth2(tokens.get(role)).contentType(ContentType.JSON);
    }

    /** @param path with its parameters encoded */
    public Answer get(String path) {
        return Answer.of(as("viewer").urlEncodingEnabled(false).get(path));
    }

    public Answer post(String role, String path, Object body) {
        return Answer.of(as(role).body(body).post(path));
    }

    public Answer postWithKey(String role, String path, String key, Object body) {
        return Answer.of(as(role).header("Idempotency-Key", key).body(body).post(path));
    }

    /** A new item of that type; {@code more} are further fields of the body, as name, value, name, value … */
    public String item(String type, Object... more) {
        Map<String, Object> body = new HashMap<>();
        String sku = "SKU-" + serial.incrementAndGet();
        body.putAll(Map.of("sku", sku, "name", "Name of " + sku, "type", type, "baseUom", "pcs", "standardCost", 2.5));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return post("planner", "/items", body).expect(201).id();
    }

    public String location() {
        String code = "LOC-" + serial.incrementAndGet();
        return post("planner", "/locations", Map.of("code", code, "name", "Name of " + code))
                .expect(201)
                .id();
    }

    public Answer move(String type, Map<String, Object> line) {
        return move(type, List.of(line));
    }

    public Answer move(String type, List<Map<String, Object>> lines) {
        return post("operator", "/inventory/movements", Map.of("movementType", type, "lines", lines));
    }

    /** Puts stock without a lot there. */
    public void stock(String item, String location, Object quantity) {
        move("RECEIPT", line(item, location, quantity)).expect(201);
    }

    public Map<String, Object> line(String item, String location, Object qtyDelta) {
        return Map.of("itemId", item, "locationId", location, "qtyDelta", qtyDelta);
    }

    public Map<String, Object> lotLine(String item, String location, String lot, Object qtyDelta) {
        return Map.of("itemId", item, "locationId", location, "lotCode", lot, "qtyDelta", qtyDelta);
    }

    public String draftOrder(String item, Object quantity) {
        return post("planner", "/work-orders", Map.of("outputItemId", item, "quantityPlanned", quantity))
                .expect(201)
                .id();
    }

    public String releasedOrder(String item, Object quantity) {
        String order = draftOrder(item, quantity);
        order(order, "release").expect(200);
        return order;
    }

    /** Releases, cancels or closes. */
    public Answer order(String order, String action) {
        return post("planner", "/work-orders/" + order + "/" + action, Map.of());
    }

    public Answer draft(String order, String item, String location, Object quantity) {
        return post(
                "operator",
                "/work-orders/" + order + "/completions",
                Map.of(
                        "lines",
                        List.of(Map.of(
                                "outputItemId", item, "toLocationId", location, "quantityCompleted", quantity))));
    }

    public Answer postDraft(String order, String completion) {
        return post("operator", "/work-orders/" + order + "/completions/" + completion + "/post", Map.of());
    }

    /** Voids a posted completion or a batch. */
    public Answer undo(String order, String completion) {
        return post("operator", "/work-orders/" + order + "/completions/" + completion + "/void", Map.of());
    }

    /** Drafts and posts. */
    public Answer complete(String order, String item, String location, Object quantity) {
        return postDraft(
                order, draft(order, item, location, quantity).expect(201).id());
    }

    /** A new bill that makes that much of the item out of {@code lines}. */
    public Answer bom(String item, Object quantity, List<Map<String, Object>> lines) {
        return post("planner", "/boms", Map.of("outputItemId", item, "outputQuantity", quantity, "lines", lines));
    }

    public static Map<String, Object> component(String item, Object quantity, Object scrapFactor) {
        return Map.of("componentItemId", item, "quantity", quantity, "scrapFactor", scrapFactor);
    }

    /** A released order that is made by the bill. */
    public String orderByBom(String item, Object quantity, String bom) {
        String order = post(
                        "planner",
                        "/work-orders",
                        Map.of("outputItemId", item, "quantityPlanned", quantity, "bomId", bom))
                .expect(201)
                .id();
        order(order, "release").expect(200);
        return order;
    }

    /** Reports what the order takes, as a draft. */
    public Answer draftIssue(String order, String item, String location, Object quantity) {
        return post(
                "operator",
                "/work-orders/" + order + "/issues",
                Map.of(
                        "lines",
                        List.of(Map.of(
                                "componentItemId", item, "fromLocationId", location, "quantityIssued", quantity))));
    }

    public Answer postIssue(String order, String issue) {
        return post("operator", "/work-orders/" + order + "/issues/" + issue + "/post", Map.of());
    }

    /** Drafts and posts. */
    public Answer issue(String order, String item, String location, Object quantity) {
        return postIssue(
                order, draftIssue(order, item, location, quantity).expect(201).id());
    }

    public static Map<String, Object> consume(String item, String location, Object quantity) {
        return Map.of("componentItemId", item, "fromLocationId", location, "quantity", quantity);
    }

    public static Map<String, Object> produce(String item, String location, Object quantity) {
        return Map.of("outputItemId", item, "toLocationId", location, "quantity", quantity);
    }

    public static Map<String, Object> batch(List<Map<String, Object>> consumed, List<Map<String, Object>> produced) {
        return Map.of("consumeLines", consumed, "produceLines", produced);
    }

    public Answer record(String order, Map<String, Object> batch) {
        return post("operator", "/work-orders/" + order + "/record-batch", batch);
    }

    /** Every balance of the item, as lot code (empty for none) and quantity, in the order of the API. */
    public List<String> balances(String item, String location) {
        List<String> balances = new ArrayList<>();
        get("/inventory/balances?itemId=" + item + "&locationId=" + location)
                .expect(200)
                .json()
                .path("data")
                .forEach(balance -> balances.add(balance.path("lotCode").asText("") + "="
                        + balance.path("quantity").decimalValue().toPlainString()));
        return balances;
    }
}
