package io.andon.workorder.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Issuer;
import io.andon.workorder.Answer;
import io.andon.workorder.Backends;
import io.andon.workorder.Factory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class BulkIT {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    Issuer issuer;

    private Factory factory;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
    }

    @Test
    void takesATableOfItems() {
        Answer report = send(
                        "/items:import",
                        CSV,
                        "sku,name,type,baseUom,standardCost,lotTracked\r\n"
                                + "F-1,\"Flour, \"\"T65\"\"\",raw,g,0.0009,true\r\n"
                                + "B-1,Bread,finished,pcs,,\r\n")
                .expect(201);

        assertThat(report.number("/accepted")).isEqualByComparingTo("2");
        assertThat(report.number("/lines/0/line")).isEqualByComparingTo("2");
        Answer flour = factory.get("/items/" + report.at("/lines/0/id")).expect(200);
        assertThat(flour.at("/name")).isEqualTo("Flour, \"T65\"");
        assertThat(flour.number("/standardCost")).isEqualByComparingTo("0.0009");
        assertThat(flour.json().path("lotTracked").asBoolean()).isTrue();
    }

    @Test
    void refusesAllForOneWrongLineAndReportsEach() {
        String body =
                """
                {"sku": "F-1", "name": "Flour", "type": "raw", "baseUom": "g"}
                {"sku": "F-2", "name": "Flour", "type": "liquid", "baseUom": "g"}
                {"sku": "F-1", "name": "Flour again", "type": "raw", "baseUom": "g"}

                {"sku": "F-3", "type": "raw", "baseUom": "g", "colour": "white"}
                """;

        Answer refused = send("/items:import", NDJSON, body).expectProblem(400, "LINES_REFUSED");

        assertThat(refused.json().path("lines")).hasSize(3);
        assertThat(refused.number("/lines/0/line")).isEqualByComparingTo("2");
        assertThat(refused.at("/lines/0/errors/0/field")).isEqualTo("type");
        assertThat(refused.at("/lines/1/code")).isEqualTo("SKU_TAKEN");
        assertThat(refused.number("/lines/2/line")).isEqualByComparingTo("5");
        assertThat(refused.at("/lines/2/errors/0/field")).isEqualTo("colour");
        assertThat(factory.get("/items").json().path("data")).isEmpty();

        Answer part = send("/items:import?partial=true", NDJSON, body).expect(201);
        assertThat(part.number("/accepted")).isEqualByComparingTo("1");
        assertThat(part.number("/refused")).isEqualByComparingTo("3");
        assertThat(factory.get("/items").json().path("data")).hasSize(1);
    }

    @Test
    void refusesATableWhoseFirstLineNamesNoFields() {
        send("/items:import", CSV, "article,name\nF-1,Flour\n").expectProblem(400, "INVALID_FIELD");
        send("/items:import", CSV, "sku,name\nF-1,\"Flour\n").expectProblem(400, "INVALID_FIELD");
        send("/items:import", CSV, "").expectProblem(400, "INVALID_FIELD");
        Answer cut =
                send("/items:import", CSV, "sku,name,type,baseUom\nF-1,Flour\n").expectProblem(400, "LINES_REFUSED");
        assertThat(cut.text()).contains("2 values instead of 4");
    }

    @Test
    void takesLocationsToo() {
        send("/locations:import", CSV, "code,name\nA-1,Rack A 1\nA-2,Rack A 2\n")
                .expect(201);

        assertThat(factory.get("/locations").json().path("data")).hasSize(2);
    }

    @Test
    void postsMovementsInTheirOrderAndLeavesOutWhatIsShort() {
        String item = factory.item("raw");
        String place = factory.location();
        String body = movement("RECEIPT", item, place, 10)
                + movement("SHIPMENT", item, place, -8)
                + movement("SHIPMENT", item, place, -3)
                + movement("SHIPMENT", item, place, -2);

        Answer refused = send("/inventory/movements:import", NDJSON, body).expectProblem(400, "LINES_REFUSED");
        assertThat(refused.json().path("lines")).hasSize(1);
        assertThat(refused.at("/lines/0/code")).isEqualTo("INSUFFICIENT_STOCK");
        assertThat(factory.balances(item, place)).isEmpty();

        send("/inventory/movements:import?partial=true", NDJSON, body).expect(201);
        assertThat(factory.balances(item, place)).containsExactly("=0");
        assertThat(factory.get("/inventory/items/" + item + "/movements").json().path("data"))
                .hasSize(3);
    }

    private Answer send(String path, String type, String body) {
        return Answer.of(factory.as("planner")
                .contentType(type)
                .body(body.getBytes(UTF_8))
                .urlEncodingEnabled(false)
                .post(path));
    }

    private static String movement(String type, String item, String place, int quantity) {
        return "{\"movementType\":\"%s\",\"lines\":[{\"itemId\":\"%s\",\"locationId\":\"%s\",\"qtyDelta\":%d}]}%n"
                .formatted(type, item, place, quantity);
    }
}
