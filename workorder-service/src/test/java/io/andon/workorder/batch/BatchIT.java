package io.andon.workorder.batch;

import static io.andon.workorder.Factory.batch;
import static io.andon.workorder.Factory.consume;
import static io.andon.workorder.Factory.produce;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Broker;
import io.andon.backends.Issuer;
import io.andon.events.Topics;
import io.andon.workorder.Answer;
import io.andon.workorder.Backends;
import io.andon.workorder.Factory;
import io.andon.workorder.TenantEvents;
import io.andon.workorder.TenantEvents.Published;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class BatchIT {

    Issuer issuer;
    Broker broker;

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
        factory.stock(flour, store, 1000);
        order = factory.releasedOrder(bread, 10);
    }

    @Test
    void consumesAndProducesTogether() {
        Answer recorded = factory.record(order, bakes(400, 4)).expect(201);

        assertThat(recorded.at("/workOrderId")).isEqualTo(order);
        assertThat(recorded.at("/workOrderStatus")).isEqualTo("in_progress");
        assertThat(recorded.number("/quantityCompleted")).isEqualByComparingTo("4");
        assertThat(factory.balances(flour, store)).containsExactly("=600");
        assertThat(factory.balances(bread, store)).containsExactly("=4");
    }

    @Test
    void completesTheOrder() {
        factory.record(order, bakes(400, 4)).expect(201);

        Answer second = factory.record(order, bakes(600, 6)).expect(201);

        assertThat(second.at("/workOrderStatus")).isEqualTo("completed");
        assertThat(second.number("/quantityCompleted")).isEqualByComparingTo("10");
        assertThat(factory.balances(flour, store)).containsExactly("=0");
    }

    @Test
    void isRefusedWholeWhenStockIsShort() {
        String yeast = factory.item("raw", "baseUom", "g");
        Map<String, Object> body = batch(
                List.of(consume(flour, store, 900), consume(flour, store, 200), consume(yeast, store, 5)),
                List.of(produce(bread, store, 4)));

        Answer refused = factory.record(order, body).expectProblem(409, "INSUFFICIENT_STOCK");

        assertThat(refused.json().path("lines")).hasSize(2);
        assertThat(refused.at("/lines/0/itemId")).isEqualTo(flour);
        assertThat(refused.at("/lines/0/locationId")).isEqualTo(store);
        assertThat(refused.number("/lines/0/requested")).isEqualByComparingTo("1100");
        assertThat(refused.number("/lines/0/available")).isEqualByComparingTo("1000");
        assertThat(refused.number("/lines/0/shortage")).isEqualByComparingTo("100");
        assertThat(refused.at("/lines/1/itemId")).isEqualTo(yeast);
        assertThat(factory.balances(flour, store)).containsExactly("=1000");
        assertThat(factory.balances(bread, store)).isEmpty();
        assertThat(factory.get("/work-orders/" + order).at("/status")).isEqualTo("released");
    }

    @Test
    void overdrawsForAPlannerWithAReason() {
        Map<String, Object> body = new HashMap<>(bakes(1500, 4));
        body.put("allowNegative", true);
        String path = "/work-orders/" + order + "/record-batch";

        factory.post("planner", path, body).expectProblem(400, "INVALID_FIELD");
        body.put("reason", "delivery not booked yet");
        factory.post("operator", path, body).expectProblem(403, "OVERDRAFT_NEEDS_PLANNER");
        factory.post("planner", path, body).expect(201);

        assertThat(factory.balances(flour, store)).containsExactly("=-500");
        assertThat(factory.get("/inventory/items/" + flour + "/movements").at("/data/0/reason"))
                .isEqualTo("delivery not booked yet");
        factory.stock(flour, store, 100);
        factory.record(order, bakes(1, 1)).expectProblem(409, "INSUFFICIENT_STOCK");
    }

    @Test
    void needsBothSidesAndTheOrdersItem() {
        factory.record(order, batch(List.of(), List.of(produce(bread, store, 1))))
                .expectProblem(400, "VALIDATION_FAILED");
        factory.record(order, batch(List.of(consume(flour, store, 1)), List.of()))
                .expectProblem(400, "VALIDATION_FAILED");
        factory.record(order, batch(List.of(consume(flour, store, 1)), List.of(produce(flour, store, 1))))
                .expectProblem(400, "INVALID_FIELD");
    }

    @Test
    void isRefusedByAnOrderThatTakesNoPostings() {
        factory.record(factory.draftOrder(bread, 1), bakes(1, 1)).expectProblem(409, "INVALID_STATE");
        factory.order(order, "cancel").expect(200);

        factory.record(order, bakes(1, 1)).expectProblem(409, "INVALID_STATE");

        assertThat(factory.balances(flour, store)).containsExactly("=1000");
    }

    @Test
    void announcesWhatItDidInOrder() {
        // When
        Answer recorded = factory.record(order, bakes(400, 4)).expect(201);

        // Then
        String issue = recorded.at("/issueMovementId");
        String receipt = recorded.at("/receiveMovementId");
        try (TenantEvents events = TenantEvents.of(broker, factory, Topics.WORKORDER_EVENTS);
                TenantEvents movements = TenantEvents.of(broker, factory, Topics.INVENTORY_MOVEMENTS)) {
            List<Published> published = events.until("production:changed", order);
            List<Published> lastThree = published.subList(published.size() - 3, published.size());
            assertThat(lastThree)
                    .extracting(one -> one.event().type())
                    .containsExactly("inventory.work_order.batch.posted", "workorder:completed", "production:changed");
            assertThat(lastThree.get(0).data().toString())
                    .isEqualTo(("{'workOrderId':'%s','issueMovementId':'%s','receiveMovementId':'%s',"
                                    + "'itemIds':['%s','%s'],'locationIds':['%s']}")
                            .formatted(order, issue, receipt, flour, bread, store)
                            .replace('\'', '"'));
            assertThat(lastThree.get(1).data().has("completionId")).isFalse();
            assertThat(lastThree.get(1).data().path("status").asText()).isEqualTo("in_progress");

            List<Published> posted = movements.until("inventory.movement.posted", receipt);
            Published issued = posted.get(posted.size() - 2);
            Published received = posted.get(posted.size() - 1);
            assertThat(issued.data().path("movementId").asText()).isEqualTo(issue);
            assertThat(issued.data().path("movementType").asText()).isEqualTo("WO_ISSUE");
            assertThat(issued.data().at("/lines/0/qtyDelta").decimalValue()).isEqualByComparingTo("-400");
            assertThat(received.data().path("movementType").asText()).isEqualTo("WO_PRODUCTION");
            assertThat(received.data().path("sourceId").asText()).isEqualTo(recorded.at("/batchId"));
            assertThat(received.data().path("movementSeq").asLong())
                    .isGreaterThan(issued.data().path("movementSeq").asLong());
        }
    }

    private Map<String, Object> bakes(int grams, int loaves) {
        return batch(List.of(consume(flour, store, grams)), List.of(produce(bread, store, loaves)));
    }
}
