package io.andon.workorder.bom;

import static io.andon.workorder.Factory.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Issuer;
import io.andon.workorder.Answer;
import io.andon.workorder.Backends;
import io.andon.workorder.Factory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class BomIT {

    Issuer issuer;

    private Factory factory;
    private String flour;
    private String salt;
    private String bread;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
        flour = factory.item("raw", "baseUom", "g");
        salt = factory.item("raw", "baseUom", "g");
        bread = factory.item("finished");
    }

    @Test
    void isReadAsItWasWritten() {
        Answer created = factory.bom(bread, 10, List.of(component(flour, 5000, 0.02), component(salt, 100, 0)))
                .expect(201);

        assertThat(created.number("/version")).isEqualByComparingTo("1");
        assertThat(created.at("/outputUom")).isEqualTo("pcs");
        assertThat(created.at("/lines/0/uom")).isEqualTo("g");
        assertThat(created.at("/createdBy")).isEqualTo("planner@" + factory.tenant());
        assertThat(factory.get("/boms/" + created.id()).expect(200).json()).isEqualTo(created.json());
    }

    @Test
    void comesInVersionsPerOutputItem() {
        String roll = factory.item("finished");
        factory.bom(bread, 1, List.of(component(flour, 500, 0))).expect(201);
        factory.bom(bread, 1, List.of(component(flour, 480, 0))).expect(201);
        factory.bom(roll, 1, List.of(component(flour, 60, 0))).expect(201);

        Answer first = factory.get("/items/" + bread + "/boms?limit=1").expect(200);
        Answer second = factory.get("/items/" + bread + "/boms?limit=1&cursor=" + first.at("/nextCursor"))
                .expect(200);

        assertThat(first.number("/data/0/version")).isEqualByComparingTo("2");
        assertThat(first.number("/data/0/lines/0/quantity")).isEqualByComparingTo("480");
        assertThat(second.number("/data/0/version")).isEqualByComparingTo("1");
        assertThat(second.json().path("nextCursor").isNull()).isTrue();
        assertThat(factory.get("/items/" + roll + "/boms").number("/data/0/version"))
                .isEqualByComparingTo("1");
        assertThat(factory.get("/items/" + flour + "/boms").json().path("data")).isEmpty();
    }

    @Test
    void isWrittenOncePerIdempotencyKey() {
        Map<String, Object> body =
                Map.of("outputItemId", bread, "outputQuantity", 1, "lines", List.of(component(flour, 500, 0)));

        Answer first = factory.postWithKey("planner", "/boms", "bom-1", body).expect(201);
        Answer again = factory.postWithKey("planner", "/boms", "bom-1", body).expect(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(factory.get("/items/" + bread + "/boms").json().path("data")).hasSize(1);
    }

    @Test
    void getsAVersionOfItsOwnWhenManyAreWrittenAtOnce() {
        List<Integer> versions = IntStream.range(0, 8)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> factory.bom(bread, 1, List.of(component(flour, 500, 0)))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.expect(201).json().path("version").asInt())
                .toList();

        assertThat(versions).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void isKeptByTheOrdersThatAreMadeByIt() {
        String bom = factory.bom(bread, 1, List.of(component(flour, 500, 0))).id();

        String order = factory.orderByBom(bread, 5, bom);
        factory.bom(bread, 1, List.of(component(flour, 480, 0))).expect(201);

        assertThat(factory.get("/work-orders/" + order).at("/bomId")).isEqualTo(bom);
    }

    @Test
    void makesItsOwnItemOnly() {
        String roll = factory.item("finished");
        String bom = factory.bom(bread, 1, List.of(component(flour, 500, 0))).id();
        Factory other = Factory.open(issuer);

        for (String item : List.of(roll, flour)) {
            factory.post("planner", "/work-orders", Map.of("outputItemId", item, "quantityPlanned", 1, "bomId", bom))
                    .expectProblem(400, "INVALID_FIELD");
        }
        other.post(
                        "planner",
                        "/work-orders",
                        Map.of("outputItemId", other.item("finished"), "quantityPlanned", 1, "bomId", bom))
                .expectProblem(400, "INVALID_FIELD");
    }

    @Test
    void refusesWhatCannotBeMadeOrConsumed() {
        String old = factory.item("raw", "active", false);
        String wheel = factory.item("finished", "discrete", true);

        factory.bom(bread, 1, List.of(component(bread, 1, 0))).expectProblem(400, "INVALID_FIELD");
        factory.bom(bread, 1, List.of(component(flour, 1, 0), component(flour, 2, 0)))
                .expectProblem(400, "INVALID_FIELD");
        factory.bom(bread, 1, List.of(component(old, 1, 0))).expectProblem(409, "ITEM_INACTIVE");
        factory.bom(old, 1, List.of(component(flour, 1, 0))).expectProblem(409, "ITEM_INACTIVE");
        factory.bom(wheel, 0.5, List.of(component(flour, 1, 0))).expectProblem(400, "INVALID_FIELD");
        factory.bom(UUID.randomUUID().toString(), 1, List.of(component(flour, 1, 0)))
                .expectProblem(404, "ITEM_NOT_FOUND");
        factory.bom(bread, 1, List.of(component(UUID.randomUUID().toString(), 1, 0)))
                .expectProblem(404, "ITEM_NOT_FOUND");
        factory.bom(bread, 1, List.of(Map.of("componentItemId", flour, "quantity", 1, "uom", "kg")))
                .expectProblem(400, "INVALID_FIELD");
        assertThat(factory.get("/items/" + bread + "/boms").json().path("data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "nonsense",
                "{'outputItemId':'ITEM','outputQuantity':1,'lines':[]}",
                "{'outputItemId':'ITEM','outputQuantity':1,'lines':[null]}",
                "{'outputItemId':'ITEM','outputQuantity':0,'lines':[{'componentItemId':'RAW','quantity':1}]}",
                "{'outputItemId':'ITEM','outputQuantity':1e30,'lines':[{'componentItemId':'RAW','quantity':1}]}",
                "{'outputItemId':'ITEM','outputQuantity':1,'lines':[{'componentItemId':'RAW','quantity':0}]}",
                "{'outputItemId':'ITEM','outputQuantity':1,'lines':[{'componentItemId':'RAW','quantity':NaN}]}",
                "{'outputItemId':'ITEM','outputQuantity':1,'lines':[{'componentItemId':'RAW','quantity':'1'}]}",
                "{'outputItemId':'ITEM','outputQuantity':1,'lines':[{'componentItemId':'RAW','quantity':1,'scrapFactor':-0.1}]}",
                "{'outputItemId':'ITEM','outputQuantity':1,'lines':[{'componentItemId':'RAW','quantity':1,'scrapFactor':1.1}]}",
                "{'outputItemId':'ITEM','outputQuantity':1,'lines':[{'componentItemId':'7','quantity':1}]}"
            })
    void refusesBodiesThatItDoesNotUnderstand(String body) {
        Answer answer = Answer.of(factory.as("planner")
                        .body(body.replace('\'', '"').replace("ITEM", bread).replace("RAW", flour))
                        .post("/boms"))
                .expect(400);

        assertThat(answer.at("/code")).isIn("MALFORMED_BODY", "VALIDATION_FAILED");
    }

    @Test
    void isWrittenByAPlannerAndReadByItsTenant() {
        String bom = factory.bom(bread, 1, List.of(component(flour, 500, 0))).id();
        Factory other = Factory.open(issuer);

        factory.post(
                        "operator",
                        "/boms",
                        Map.of("outputItemId", bread, "outputQuantity", 1, "lines", List.of(component(flour, 500, 0))))
                .expectProblem(403, "FORBIDDEN");
        other.get("/boms/" + bom).expectProblem(404, "BOM_NOT_FOUND");
        other.get("/items/" + bread + "/boms").expectProblem(404, "ITEM_NOT_FOUND");
        other.bom(bread, 1, List.of(component(flour, 500, 0))).expectProblem(404, "ITEM_NOT_FOUND");
        other.bom(other.item("finished"), 1, List.of(component(flour, 500, 0))).expectProblem(404, "ITEM_NOT_FOUND");
        factory.get("/boms/7").expect(404);
        factory.get("/boms/" + UUID.randomUUID()).expectProblem(404, "BOM_NOT_FOUND");
        factory.get("/items/" + bread + "/boms?cursor=eA").expectProblem(400, "INVALID_FIELD");
    }
}
