package io.andon.workorder.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Broker;
import io.andon.backends.Issuer;
import io.andon.events.Topics;
import io.andon.workorder.Answer;
import io.andon.workorder.Backends;
import io.andon.workorder.Factory;
import io.andon.workorder.TenantEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class WorkOrderIT {

    Issuer issuer;
    Broker broker;

    private Factory factory;
    private String bread;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
        bread = factory.item("finished");
    }

    @Test
    void isReadAsItWasCreated() {
        String shelf = factory.location();

        Answer created = factory.post(
                        "planner",
                        "/work-orders",
                        Map.of(
                                "outputItemId",
                                bread,
                                "quantityPlanned",
                                12.5,
                                "defaultProduceLocationId",
                                shelf,
                                "scheduledStartAt",
                                "2026-07-01T04:00:00Z",
                                "scheduledDueAt",
                                "2026-07-01T12:00:00+02:00",
                                "description",
                                "Early\nbatch"))
                .expect(201);

        assertThat(factory.get("/work-orders/" + created.id()).expect(200).json())
                .isEqualTo(created.json());
        assertThat(created.at("/number")).isEqualTo("WO-000001");
        assertThat(created.at("/status")).isEqualTo("draft");
        assertThat(created.at("/outputUom")).isEqualTo("pcs");
        assertThat(created.at("/scheduledDueAt")).isEqualTo("2026-07-01T10:00:00Z");
        assertThat(created.at("/createdBy")).isEqualTo("planner@" + factory.tenant());
        assertThat(created.number("/quantityPlanned")).isEqualByComparingTo("12.5");
        assertThat(created.number("/quantityCompleted")).isEqualByComparingTo("0");
        assertThat(created.number("/version")).isEqualByComparingTo("1");
    }

    @Test
    void isNumberedWithoutGapsPerTenant() {
        factory.draftOrder(bread, 1);
        factory.post("planner", "/work-orders", Map.of("outputItemId", UUID.randomUUID(), "quantityPlanned", 1))
                .expectProblem(404, "ITEM_NOT_FOUND");
        factory.draftOrder(bread, 1);
        Factory other = Factory.open(issuer);
        other.draftOrder(other.item("finished"), 1);

        assertThat(numbers("")).containsExactly("WO-000002", "WO-000001");
        assertThat(other.get("/work-orders").at("/data/0/number")).isEqualTo("WO-000001");
    }

    @Test
    void goesThroughItsLifeAndRemembersIt() {
        String shelf = factory.location();
        String order = factory.draftOrder(bread, 10);
        assertThat(factory.order(order, "release").expect(200).at("/releasedAt"))
                .isNotBlank();
        factory.complete(order, bread, shelf, 4).expect(200);
        factory.complete(order, bread, shelf, 6).expect(200);

        Answer closed = factory.order(order, "close").expect(200);

        assertThat(closed.at("/status")).isEqualTo("closed");
        assertThat(closed.at("/completedAt")).isNotBlank();
        var history = factory.get("/work-orders/" + order + "/history")
                .expect(200)
                .json()
                .path("data");
        assertThat(history.findValuesAsText("to"))
                .containsExactly("draft", "released", "in_progress", "completed", "closed");
        assertThat(history.findValuesAsText("by"))
                .containsExactly(
                        "planner@" + factory.tenant(),
                        "planner@" + factory.tenant(),
                        "operator@" + factory.tenant(),
                        "operator@" + factory.tenant(),
                        "planner@" + factory.tenant());
        try (TenantEvents events = TenantEvents.of(broker, factory, Topics.WORKORDER_EVENTS)) {
            assertThat(events.until("workorder:changed", "closed").stream()
                            .filter(one -> one.event().type().equals("workorder:changed"))
                            .map(one -> one.data().path("status").asText()))
                    .containsExactly("draft", "released", "closed");
        }
    }

    @Test
    void refusesStepsThatItsStatusDoesNotAllow() {
        String order = factory.draftOrder(bread, 10);
        factory.order(order, "close").expectProblem(409, "INVALID_STATE");
        factory.order(order, "release").expect(200);
        factory.order(order, "release").expectProblem(409, "INVALID_STATE");
        factory.order(order, "cancel").expect(200);

        Answer refused = factory.order(order, "release").expectProblem(409, "INVALID_STATE");

        assertThat(refused.at("/workOrderStatus")).isEqualTo("canceled");
    }

    @Test
    void isListedByStatusItemAndDueTime() {
        String roll = factory.item("finished");
        order(bread, "2020-01-01T00:00:00Z");
        String released = order(roll, "2020-01-02T00:00:00Z");
        factory.order(released, "release").expect(200);
        order(bread, "2999-01-01T00:00:00Z");
        factory.draftOrder(bread, 1);
        String canceled = order(bread, "2020-01-01T00:00:00Z");
        factory.order(canceled, "cancel").expect(200);

        assertThat(numbers("?status=released")).containsExactly("WO-000002");
        assertThat(numbers("?itemId=" + roll)).containsExactly("WO-000002");
        assertThat(numbers("?dueBefore=2020-01-02T00:00:00Z")).containsExactly("WO-000005", "WO-000001");
        assertThat(numbers("?overdue=true")).containsExactly("WO-000002", "WO-000001");
        assertThat(numbers("?overdue=false")).containsExactly("WO-000005", "WO-000004", "WO-000003");
        assertThat(numbers("?overdue=true&status=draft&itemId=" + bread)).containsExactly("WO-000001");
        assertThat(numbers("?itemId=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void isListedInPages() {
        for (int i = 0; i < 5; i++) {
            factory.draftOrder(bread, 1);
        }

        Answer first = factory.get("/work-orders?limit=3").expect(200);
        Answer second = factory.get("/work-orders?limit=3&cursor=" + first.at("/nextCursor"))
                .expect(200);

        assertThat(first.json().path("data").findValuesAsText("number"))
                .containsExactly("WO-000005", "WO-000004", "WO-000003");
        assertThat(second.json().path("data").findValuesAsText("number")).containsExactly("WO-000002", "WO-000001");
        assertThat(second.json().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void refusesFiltersThatItDoesNotUnderstand() {
        for (String query : List.of("status=late", "itemId=7", "dueBefore=soon", "overdue=yes", "cursor=V08tWA")) {
            factory.get("/work-orders?" + query).expectProblem(400, "INVALID_FIELD");
        }
    }

    @Test
    void isPlannedByAPlannerOnly() {
        String order = factory.draftOrder(bread, 1);

        factory.post("operator", "/work-orders", Map.of("outputItemId", bread, "quantityPlanned", 1))
                .expectProblem(403, "FORBIDDEN");
        factory.post("operator", "/work-orders/" + order + "/release", Map.of()).expectProblem(403, "FORBIDDEN");
        factory.post("operator", "/work-orders/" + order + "/cancel", Map.of()).expectProblem(403, "FORBIDDEN");
        assertThat(factory.get("/work-orders/" + order).at("/status")).isEqualTo("draft");
    }

    @Test
    void refusesAPlanThatContradictsItself() {
        String wheel = factory.item("finished", "discrete", true);

        factory.post(
                        "planner",
                        "/work-orders",
                        Map.of(
                                "outputItemId",
                                bread,
                                "quantityPlanned",
                                1,
                                "scheduledStartAt",
                                "2026-07-02T00:00:00Z",
                                "scheduledDueAt",
                                Instant.EPOCH.toString()))
                .expectProblem(400, "INVALID_FIELD");
        factory.post("planner", "/work-orders", Map.of("outputItemId", wheel, "quantityPlanned", 0.5))
                .expectProblem(400, "INVALID_FIELD");
        factory.post("planner", "/work-orders", Map.of("outputItemId", bread, "quantityPlanned", 1, "outputUom", "kg"))
                .expectProblem(400, "INVALID_FIELD");
        factory.post(
                        "planner",
                        "/work-orders",
                        Map.of("outputItemId", bread, "quantityPlanned", 1, "bomId", UUID.randomUUID()))
                .expectProblem(400, "INVALID_FIELD");
        factory.post(
                        "planner",
                        "/work-orders",
                        Map.of(
                                "outputItemId",
                                bread,
                                "quantityPlanned",
                                1,
                                "defaultConsumeLocationId",
                                UUID.randomUUID()))
                .expectProblem(404, "LOCATION_NOT_FOUND");
    }

    private String order(String item, String dueAt) {
        return factory.post(
                        "planner",
                        "/work-orders",
                        Map.of("outputItemId", item, "quantityPlanned", 1, "scheduledDueAt", dueAt))
                .expect(201)
                .id();
    }

    private List<String> numbers(String query) {
        return factory.get("/work-orders" + query)
                .expect(200)
                .json()
                .path("data")
                .findValuesAsText("number");
    }
}
