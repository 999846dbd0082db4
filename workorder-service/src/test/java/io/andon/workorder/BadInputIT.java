package io.andon.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Issuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class BadInputIT {

    private static final String NOT_A_QUANTITY =
            "'5'|NaN|true|[]|{}|1e30|0|-1|0.0000001|1000000000000|1e999999999|null";

    Issuer issuer;

    private Factory factory;
    private String item;
    private String location;
    private String order;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
        item = factory.item("finished");
        location = factory.location();
        order = factory.releasedOrder(item, 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/work-orders {'outputItemId':'ITEM','quantityPlanned':QTY}",
                "/work-orders/ORDER/completions {'lines':[{'outputItemId':'ITEM','toLocationId':'LOC','quantityCompleted':QTY}]}",
                "/work-orders/ORDER/record-batch {'consumeLines':[{'componentItemId':'ITEM','fromLocationId':'LOC','quantity':QTY}],'produceLines':[{'outputItemId':'ITEM','toLocationId':'LOC','quantity':1}]}",
                "/work-orders/ORDER/record-batch {'consumeLines':[{'componentItemId':'ITEM','fromLocationId':'LOC','quantity':1}],'produceLines':[{'outputItemId':'ITEM','toLocationId':'LOC','quantity':QTY}]}",
                "/work-orders/ORDER/scrap {'quantityScrapped':QTY}",
                "/work-orders/ORDER/issues {'lines':[{'componentItemId':'ITEM','fromLocationId':'LOC','quantityIssued':QTY}]}",
                "/inventory/movements {'movementType':'RECEIPT','lines':[{'itemId':'ITEM','locationId':'LOC','qtyDelta':QTY}]}"
            })
    void refusesWhatIsNoQuantity(String request) {
        for (String quantity : NOT_A_QUANTITY.split("\\|")) {
            Answer answer = send(request.replace("QTY", quantity)).expect(400);

            assertThat(answer.at("/code")).isIn("MALFORMED_BODY", "VALIDATION_FAILED", "INVALID_FIELD");
        }
        assertThat(factory.balances(item, location)).isEmpty();
        send(request.replace("QTY", "1"));
        factory.get("/work-orders/" + order).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/items {'sku':'A','name':'A','type':'liquid','baseUom':'g'}",
                "/items {'sku':' ','name':'A','type':'raw','baseUom':'g'}",
                "/items {'sku':'a\\u0000b','name':'A','type':'raw','baseUom':'g'}",
                "/items {'sku':'a\\nb','name':'A','type':'raw','baseUom':'g'}",
                "/items {'sku':'a\\ud800b','name':'A','type':'raw','baseUom':'g'}",
                "/items {'sku':'A','name':'A','type':'raw','baseUom':'g','standardCost':-1}",
                "/items {'sku':'A','name':'A','type':'raw','baseUom':'g','currency':'euro'}",
                "/items {'sku':5,'name':'A','type':'raw','baseUom':'g'}",
                "/items {'sku':'A','name':'A','type':'raw','baseUom':'g','color':'red'}",
                "/work-orders {'outputItemId':'1','quantityPlanned':1}",
                "/work-orders {'outputItemId':'ITEM','quantityPlanned':1,'scheduledDueAt':'+100000-01-01T00:00:00Z'}",
                "/work-orders {'outputItemId':'ITEM','quantityPlanned':1,'scheduledDueAt':'tomorrow'}",
                "/work-orders {'outputItemId':'ITEM','quantityPlanned':1,'description':'\\u0000'}",
                "/work-orders/ORDER/completions {'lines':[]}",
                "/work-orders/ORDER/completions {'lines':[null]}",
                "/work-orders/ORDER/completions {'lines':{}}",
                "/work-orders/ORDER/completions {}",
                "/work-orders/ORDER/issues {'lines':[{'componentItemId':'x','fromLocationId':'LOC','quantityIssued':1}]}",
                "/work-orders/ORDER/issues {'lines':[]}",
                "/work-orders/ORDER/issues nonsense",
                "/inventory/movements {'movementType':'THEFT','lines':[]}",
                "/inventory/movements {'movementType':'RECEIPT','occurredAt':'-1000000000-01-01T00:00:00Z','lines':[{'itemId':'ITEM','locationId':'LOC','qtyDelta':1}]}",
                "/inventory/movements not json",
                "/inventory/movements []"
            })
    void refusesBodiesThatItDoesNotUnderstand(String request) {
        Answer answer = send(request).expect(400);

        assertThat(answer.at("/code")).isIn("MALFORMED_BODY", "VALIDATION_FAILED");
        assertThat(answer.at("/detail")).doesNotContain("java", "io.andon");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /items/ID",
        "GET,  /locations/ID",
        "GET,  /work-orders/ID",
        "GET,  /work-orders/ID/history",
        "GET,  /work-orders/ID/completions",
        "GET,  /work-orders/ORDER/completions/ID",
        "GET,  /work-orders/ID/issues",
        "GET,  /work-orders/ORDER/issues/ID",
        "GET,  /inventory/items/ID/movements",
        "POST, /work-orders/ID/release",
        "POST, /work-orders/ID/cancel",
        "POST, /work-orders/ID/close",
        "POST, /work-orders/ORDER/completions/ID/post",
        "POST, /work-orders/ORDER/completions/ID/void",
        "POST, /work-orders/ORDER/issues/ID/post"
    })
    void findsNothingUnderUnknownAndMalformedIds(String method, String path) {
        for (String id : List.of(UUID.randomUUID().toString(), "7", "%00", "1-1-1-1-1")) {
            String url = path.replace("ID", id).replace("ORDER", order);
            RequestSpecification request = factory.as("planner").urlEncodingEnabled(false);

            Answer answer = Answer.of(
                    method.equals("GET") ? request.get(url) : request.body("{}").post(url));

            answer.expect(404);
            assertThat(answer.at("/code")).endsWith("NOT_FOUND");
        }
    }

    @Test
    void namesUnknownIdsInBodies() {
        String unknown = UUID.randomUUID().toString();

        factory.move("RECEIPT", factory.line(unknown, location, 1)).expectProblem(404, "ITEM_NOT_FOUND");
        factory.move("RECEIPT", factory.line(item, unknown, 1)).expectProblem(404, "LOCATION_NOT_FOUND");
        factory.draft(order, item, unknown, 1).expectProblem(404, "LOCATION_NOT_FOUND");
        factory.draft(unknown, item, location, 1).expectProblem(404, "WORK_ORDER_NOT_FOUND");
        factory.post("operator", "/work-orders/" + unknown + "/scrap", Map.of("quantityScrapped", 1))
                .expectProblem(404, "WORK_ORDER_NOT_FOUND");
    }

    @Test
    void turnsAwayWhoeverHasNoGoodToken() {
        String good = issuer.token(factory.tenant(), List.of("planner"), Duration.ofMinutes(5));
        String forgedByOther;
        try (Issuer other = Issuer.start(0)) {
            forgedByOther = other.token(factory.tenant(), List.of("planner"), Duration.ofMinutes(5));
        }
        String expired = issuer.token(factory.tenant(), List.of("planner"), Duration.ofHours(-1));
        String tampered = good.substring(0, good.lastIndexOf('.') - 3) + "AAA" + good.substring(good.lastIndexOf('.'));

        for (String token : List.of(forgedByOther, expired, tampered, "nonsense", good + "x")) {
            Answer.of(RestAssured.given().auth().oauth2(token).get("/work-orders"))
                    .expectProblem(401, "UNAUTHORIZED");
            Answer.of(RestAssured.given()
                            .auth()
                            .oauth2(token)
                            .contentType(ContentType.JSON)
                            .body("{}")
                            .post("/items"))
                    .expectProblem(401, "UNAUTHORIZED");
        }
        Answer.of(RestAssured.get("/work-orders")).expectProblem(401, "UNAUTHORIZED");
        Answer.of(RestAssured.given().auth().oauth2(good).get("/work-orders")).expect(200);
    }

    @Test
    void turnsAwayWhoeverHasNoRole() {
        String token = issuer.token(factory.tenant(), List.of("visitor"), Duration.ofMinutes(5));

        Answer.of(RestAssured.given().auth().oauth2(token).get("/work-orders")).expectProblem(403, "FORBIDDEN");
    }

    /** Asks as a client does that waits for 100-continue: the refusal must not depend on the body being sent. */
    @Test
    void refusesABodyThatIsTooLarge() throws IOException {
        String token = issuer.token(factory.tenant(), List.of("operator"), Duration.ofMinutes(5));
        String head = "POST /inventory/movements HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + token + "\r\nContent-Length: 9000000\r\n\r\n";

        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(Math.toIntExact(TenantEvents.CEILING.toMillis()));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        }
        factory.move("RECEIPT", factory.line(item, location, 1)).expect(201);
    }

    private Answer send(String request) {
        String[] parts = request.split(" ", 2);
        String body = parts[1].replace('\'', '"').replace("ITEM", item).replace("LOC", location);
        return Answer.of(factory.as("planner").body(body).post(parts[0].replace("ORDER", order)));
    }
}
