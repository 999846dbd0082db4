package io.andon.workorder.execution;

import static io.andon.workorder.Factory.batch;
import static io.andon.workorder.Factory.component;
import static io.andon.workorder.Factory.consume;
import static io.andon.workorder.Factory.produce;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Issuer;
import io.andon.workorder.Answer;
import io.andon.workorder.Backends;
import io.andon.workorder.Factory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ExecutionIT {

    Issuer issuer;

    private Factory factory;
    private String flour;
    private String salt;
    private String bread;
    private String store;
    private String order;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
        flour = factory.item("raw", "baseUom", "g");
        salt = factory.item("raw", "baseUom", "g");
        bread = factory.item("finished");
        store = factory.location();
        factory.stock(flour, store, 3000);
        factory.stock(salt, store, 500);
        String bom = factory.bom(bread, 10, List.of(component(flour, 5000, 0.02), component(salt, 100, 0)))
                .id();
        order = factory.orderByBom(bread, 8, bom);
    }

    @Test
    void explodesTheBillAgainstStock() {
        factory.stock(flour, factory.location(), 200);
        factory.issue(order, flour, store, 1000).expect(200);

        Answer needed = factory.get("/work-orders/" + order + "/requirements").expect(200);

        assertThat(needed.at("/asOf")).isNotBlank();
        assertThat(needed.json().path("lines").findValuesAsText("componentItemId"))
                .containsExactly(flour, salt);
        // 8 of 10 × 5000 g, and 2 % more.
        assertThat(needed.number("/lines/0/quantityRequired")).isEqualByComparingTo("4080");
        assertThat(needed.number("/lines/0/quantityIssued")).isEqualByComparingTo("1000");
        assertThat(needed.number("/lines/0/quantityRemaining")).isEqualByComparingTo("3080");
        assertThat(needed.number("/lines/0/quantityOnHand")).isEqualByComparingTo("2200");
        assertThat(needed.number("/lines/0/quantityShort")).isEqualByComparingTo("880");
        assertThat(needed.number("/lines/1/quantityRequired")).isEqualByComparingTo("80");
        assertThat(needed.number("/lines/1/quantityShort")).isEqualByComparingTo("0");
    }

    @Test
    void comparesWhatWasTakenWithWhatWasMade() {
        String butter = factory.item("raw");
        factory.stock(butter, store, 5);
        factory.record(
                        order,
                        batch(
                                List.of(consume(flour, store, 1224), consume(butter, store, 1)),
                                List.of(produce(bread, store, 1))))
                .expect(201);
        factory.post("operator", "/work-orders/" + order + "/scrap", Map.of("quantityScrapped", 1))
                .expect(201);

        Answer execution = factory.get("/work-orders/" + order + "/execution").expect(200);

        assertThat(execution.at("/status")).isEqualTo("in_progress");
        assertThat(execution.number("/quantityRemaining")).isEqualByComparingTo("6");
        assertThat(execution.number("/progressPercent")).isEqualByComparingTo("12.5");
        assertThat(execution.number("/yieldPercent")).isEqualByComparingTo("50");
        assertThat(execution.json().path("materials").findValuesAsText("componentItemId"))
                .containsExactly(flour, salt, butter);
        // Good and scrap of 2 were to take 1020 g.
        assertThat(execution.number("/materials/0/quantityExpected")).isEqualByComparingTo("1020");
        assertThat(execution.number("/materials/0/quantityIssued")).isEqualByComparingTo("1224");
        assertThat(execution.number("/materials/0/variancePercent")).isEqualByComparingTo("20");
        assertThat(execution.number("/materials/1/variancePercent")).isEqualByComparingTo("-100");
        assertThat(execution.json().at("/materials/2/quantityExpected").isNull())
                .isTrue();
        assertThat(execution.json().at("/materials/2/variancePercent").isNull()).isTrue();
    }

    @Test
    void forgetsAVoidedBatch() {
        String batch = factory.record(
                        order, batch(List.of(consume(flour, store, 500)), List.of(produce(bread, store, 1))))
                .at("/batchId");

        factory.undo(order, batch).expect(200);

        Answer execution = factory.get("/work-orders/" + order + "/execution").expect(200);
        assertThat(execution.number("/quantityCompleted")).isEqualByComparingTo("0");
        assertThat(execution.number("/materials/0/quantityIssued")).isEqualByComparingTo("0");
        assertThat(execution.json().at("/materials/0/variancePercent").isNull()).isTrue();
        factory.order(order, "cancel").expect(200);
    }

    @Test
    void needsNothingWithoutABill() {
        String plain = factory.releasedOrder(bread, 10);
        factory.issue(plain, flour, store, 10).expect(200);

        Answer needed = factory.get("/work-orders/" + plain + "/requirements").expect(200);
        Answer execution = factory.get("/work-orders/" + plain + "/execution").expect(200);

        assertThat(needed.json().path("bomId").isNull()).isTrue();
        assertThat(needed.json().path("lines")).isEmpty();
        assertThat(execution.json().path("yieldPercent").isNull()).isTrue();
        assertThat(execution.number("/materials/0/quantityIssued")).isEqualByComparingTo("10");
        assertThat(execution.json().at("/materials/0/quantityRequired").isNull())
                .isTrue();
    }

    @Test
    void isItsTenantsOnly() {
        Factory other = Factory.open(issuer);

        for (String part : List.of("requirements", "execution")) {
            other.get("/work-orders/" + order + "/" + part).expectProblem(404, "WORK_ORDER_NOT_FOUND");
            factory.get("/work-orders/" + UUID.randomUUID() + "/" + part).expectProblem(404, "WORK_ORDER_NOT_FOUND");
            factory.get("/work-orders/7/" + part).expect(404);
            Answer.of(RestAssured.get("/work-orders/" + order + "/" + part)).expectProblem(401, "UNAUTHORIZED");
        }
    }
}
