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
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class WorkOrderEditIT {

    Issuer issuer;
    Broker broker;

    private Factory factory;
    private String bread;
    private String shelf;
    private String order;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
        bread = factory.item("finished");
        shelf = factory.location();
        order = factory.draftOrder(bread, 10);
    }

    @Test
    void changesWhatIsGivenAndKeepsTheRest() {
        edit(Map.of("description", "Early", "scheduledStartAt", "2026-07-01T04:00:00Z"))
                .expect(200);

        Answer changed = edit(Map.of(
                        "quantityPlanned",
                        12,
                        "scheduledDueAt",
                        "2026-07-02T04:00:00Z",
                        "defaultProduceLocationId",
                        shelf))
                .expect(200);

        assertThat(changed.number("/quantityPlanned")).isEqualByComparingTo("12");
        assertThat(changed.at("/description")).isEqualTo("Early");
        assertThat(changed.at("/scheduledStartAt")).isEqualTo("2026-07-01T04:00:00Z");
        assertThat(changed.at("/scheduledDueAt")).isEqualTo("2026-07-02T04:00:00Z");
        assertThat(changed.at("/defaultProduceLocationId")).isEqualTo(shelf);
        assertThat(changed.number("/version")).isEqualByComparingTo("3");
        assertThat(factory.get("/work-orders/" + order).json()).isEqualTo(changed.json());
    }

    @Test
    void announcesItself() {
        edit(Map.of("description", "Early")).expect(200);
        factory.order(order, "release").expect(200);

        try (TenantEvents events = TenantEvents.of(broker, factory, Topics.WORKORDER_EVENTS)) {
            assertThat(events.until("workorder:changed", "released").stream()
                            .map(one -> one.event().type() + " "
                                    + one.data().path("status").asText()))
                    .containsExactly(
                            "workorder:changed draft", "workorder:changed draft", "workorder:changed released");
        }
    }

    @Test
    void completesAnOrderWhosePlanShrinksToWhatIsMade() {
        factory.order(order, "release").expect(200);
        factory.complete(order, bread, shelf, 6).expect(200);

        assertThat(edit(Map.of("quantityPlanned", 7)).expect(200).at("/status")).isEqualTo("in_progress");
        Answer completed = edit(Map.of("quantityPlanned", 6)).expect(200);

        assertThat(completed.at("/status")).isEqualTo("completed");
        assertThat(completed.at("/completedAt"))
                .isEqualTo(factory.get("/work-orders/" + order + "/completions").at("/data/0/occurredAt"));
        edit(Map.of("quantityPlanned", 20)).expectProblem(409, "INVALID_STATE");
    }

    @Test
    void buildsOnTheVersionThatTheCallerHasSeen() {
        Response read = factory.as("viewer").get("/work-orders/" + order);
        String tag = read.header("ETag");

        Response changed = factory.as("planner")
                .header("If-Match", tag)
                .body(Map.of("description", "first"))
                .patch("/work-orders/" + order);

        assertThat(tag).isEqualTo("\"1\"");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        editIf(tag, "second").expectProblem(412, "VERSION_MISMATCH");
        editIf("W/\"2\"", "weak").expectProblem(412, "VERSION_MISMATCH");
        editIf("2", "unquoted").expectProblem(400, "INVALID_FIELD");
        editIf("\"1\", \"2\"", "one of two").expect(200);
        editIf("*", "whatever").expect(200);
        assertThat(factory.get("/work-orders/" + order).at("/description")).isEqualTo("whatever");
    }

    @Test
    void isRefusedForOrdersThatAreOver() {
        factory.order(order, "cancel").expect(200);

        edit(Map.of("description", "too late")).expectProblem(409, "INVALID_STATE");
    }

    @Test
    void refusesAPlanThatContradictsItself() {
        String wheel = factory.item("finished", "discrete", true);
        String wheels = factory.draftOrder(wheel, 4);
        edit(Map.of("scheduledStartAt", "2026-07-02T00:00:00Z")).expect(200);

        edit(Map.of("scheduledDueAt", "2026-07-01T00:00:00Z")).expectProblem(400, "INVALID_FIELD");
        edit(Map.of("defaultConsumeLocationId", UUID.randomUUID())).expectProblem(404, "LOCATION_NOT_FOUND");
        Answer.of(factory.as("planner").body(Map.of("quantityPlanned", 0.5)).patch("/work-orders/" + wheels))
                .expectProblem(400, "INVALID_FIELD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "{'quantityPlanned':0}",
                "{'quantityPlanned':-1}",
                "{'quantityPlanned':NaN}",
                "{'quantityPlanned':1e30}",
                "{'quantityPlanned':'5'}",
                "{'scheduledDueAt':'soon'}",
                "{'scheduledDueAt':'+100000-01-01T00:00:00Z'}",
                "{'description':'\\u0000'}",
                "{'outputItemId':'7'}",
                "{'status':'closed'}"
            })
    void refusesBodiesThatItDoesNotUnderstand(String body) {
        Answer answer = Answer.of(
                        factory.as("planner").body(body.replace('\'', '"')).patch("/work-orders/" + order))
                .expect(400);

        assertThat(answer.at("/code")).isIn("MALFORMED_BODY", "VALIDATION_FAILED");
        assertThat(factory.get("/work-orders/" + order).number("/version")).isEqualByComparingTo("1");
    }

    @Test
    void isDoneByAPlannerOfItsTenant() {
        Factory other = Factory.open(issuer);
        Map<String, Object> body = Map.of("description", "x");

        Answer.of(factory.as("operator").body(body).patch("/work-orders/" + order))
                .expectProblem(403, "FORBIDDEN");
        Answer.of(other.as("planner").body(body).patch("/work-orders/" + order))
                .expectProblem(404, "WORK_ORDER_NOT_FOUND");
        for (String id : List.of("7", UUID.randomUUID().toString())) {
            Answer.of(factory.as("planner").body(body).patch("/work-orders/" + id))
                    .expect(404);
        }
    }

    private Answer edit(Map<String, Object> body) {
        return Answer.of(factory.as("planner").body(body).patch("/work-orders/" + order));
    }

    private Answer editIf(String ifMatch, String description) {
        return Answer.of(factory.as("planner")
                .header("If-Match", ifMatch)
                .body(Map.of("description", description))
                .patch("/work-orders/" + order));
    }
}
