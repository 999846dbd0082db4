package io.andon.workorder.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Issuer;
import io.andon.workorder.Answer;
import io.andon.workorder.Backends;
import io.andon.workorder.Factory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class CompletionIT {

    Issuer issuer;

    private Factory factory;
    private String bread;
    private String shelf;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
        bread = factory.item("finished");
        shelf = factory.location();
    }

    @Test
    void changesNothingWhileItIsADraft() {
        String order = factory.releasedOrder(bread, 100);

        Answer draft = factory.draft(order, bread, shelf, 40).expect(201);

        assertThat(draft.at("/status")).isEqualTo("draft");
        assertThat(draft.at("/workOrderStatus")).isEqualTo("released");
        assertThat(draft.at("/lines/0/uom")).isEqualTo("pcs");
        assertThat(factory.balances(bread, shelf)).isEmpty();
        assertThat(factory.get("/work-orders/" + order).at("/status")).isEqualTo("released");
    }

    @Test
    void isReadAsItWasWritten() {
        String order = factory.releasedOrder(bread, 100);
        String path = "/work-orders/" + order + "/completions";
        Answer first = factory.draft(order, bread, shelf, 1).expect(201);
        Answer second = factory.draft(order, bread, shelf, 2).expect(201);

        Answer page = factory.get(path + "?limit=1").expect(200);
        Answer next =
                factory.get(path + "?limit=1&cursor=" + page.at("/nextCursor")).expect(200);

        assertThat(factory.get(path + "/" + first.id()).json()).isEqualTo(first.json());
        assertThat(page.json().at("/data/0")).isEqualTo(second.json());
        assertThat(next.json().at("/data/0")).isEqualTo(first.json());
        assertThat(next.json().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void receivesItsOutputAndMovesTheOrderOn() {
        String order = factory.releasedOrder(bread, 100);

        Answer posted = factory.complete(order, bread, shelf, 40).expect(200);

        assertThat(posted.at("/status")).isEqualTo("posted");
        assertThat(posted.at("/workOrderStatus")).isEqualTo("in_progress");
        assertThat(posted.at("/postedBy")).isEqualTo("operator@" + factory.tenant());
        assertThat(factory.balances(bread, shelf)).containsExactly("=40");
        assertThat(factory.get("/work-orders/" + order).number("/quantityCompleted"))
                .isEqualByComparingTo("40");
    }

    @Test
    void completesTheOrderWhenThePlanIsReachedAndThenTakesMore() {
        String order = factory.releasedOrder(bread, 100);
        factory.complete(order, bread, shelf, 60).expect(200);

        Answer completing = factory.complete(order, bread, shelf, 40).expect(200);
        Answer more = factory.complete(order, bread, shelf, 7).expect(200);

        assertThat(completing.at("/workOrderStatus")).isEqualTo("completed");
        assertThat(more.at("/workOrderStatus")).isEqualTo("completed");
        assertThat(factory.get("/work-orders/" + order).number("/quantityCompleted"))
                .isEqualByComparingTo("107");
    }

    @Test
    void isPostedOnce() {
        String order = factory.releasedOrder(bread, 100);
        String completion = factory.draft(order, bread, shelf, 40).id();
        factory.postDraft(order, completion).expect(200);

        factory.postDraft(order, completion).expectProblem(409, "ALREADY_POSTED");

        assertThat(factory.balances(bread, shelf)).containsExactly("=40");
    }

    @Test
    void isRefusedByAnOrderThatTakesNoPostings() {
        String draftOrder = factory.draftOrder(bread, 10);
        String canceled = factory.releasedOrder(bread, 10);
        String pending = factory.draft(canceled, bread, shelf, 1).id();
        factory.order(canceled, "cancel").expect(200);
        String closed = factory.releasedOrder(bread, 10);
        factory.complete(closed, bread, shelf, 10).expect(200);
        factory.order(closed, "close").expect(200);

        factory.draft(draftOrder, bread, shelf, 1).expectProblem(409, "INVALID_STATE");
        factory.draft(canceled, bread, shelf, 1).expectProblem(409, "INVALID_STATE");
        factory.postDraft(canceled, pending).expectProblem(409, "INVALID_STATE");
        factory.draft(closed, bread, shelf, 1).expectProblem(409, "INVALID_STATE");
        assertThat(factory.balances(bread, shelf)).containsExactly("=10");
    }

    @Test
    void belongsToItsOrder() {
        String order = factory.releasedOrder(bread, 10);
        String other = factory.releasedOrder(bread, 10);
        String completion = factory.draft(order, bread, shelf, 1).id();

        factory.postDraft(other, completion).expectProblem(404, "COMPLETION_NOT_FOUND");
    }

    @Test
    void makesNothingButTheOrdersItemInItsUnit() {
        String cake = factory.item("finished");
        String whole = factory.item("finished", "discrete", true);
        String tracked = factory.item("finished", "lotTracked", true);
        String order = factory.releasedOrder(bread, 10);
        String path = "/work-orders/" + order + "/completions";

        factory.draft(order, cake, shelf, 1).expectProblem(400, "INVALID_FIELD");
        factory.post(
                        "operator",
                        path,
                        Map.of(
                                "lines",
                                List.of(Map.of(
                                        "outputItemId",
                                        bread,
                                        "toLocationId",
                                        shelf,
                                        "quantityCompleted",
                                        1,
                                        "uom",
                                        "kg"))))
                .expectProblem(400, "INVALID_FIELD");
        factory.draft(factory.releasedOrder(whole, 10), whole, shelf, 1.5).expectProblem(400, "INVALID_FIELD");
        String trackedOrder = factory.releasedOrder(tracked, 10);
        factory.complete(trackedOrder, tracked, shelf, 1).expectProblem(400, "INVALID_FIELD");
        factory.draft(order, bread, bread, 1).expectProblem(404, "LOCATION_NOT_FOUND");
    }

    @Test
    void isPostedByAnOperatorAndNotByAViewer() {
        String order = factory.releasedOrder(bread, 10);
        String path = "/work-orders/" + order + "/completions";
        Map<String, Object> body =
                Map.of("lines", List.of(Map.of("outputItemId", bread, "toLocationId", shelf, "quantityCompleted", 1)));

        factory.post("viewer", path, body).expectProblem(403, "FORBIDDEN");
        String id = factory.post("operator", path, body).expect(201).id();
        factory.post("viewer", path + "/" + id + "/post", Map.of()).expectProblem(403, "FORBIDDEN");
        factory.post("admin", path + "/" + id + "/post", Map.of()).expect(200);
    }

    @Test
    void happenedWhenItsReporterSaysButNotInTheFuture() {
        String order = factory.releasedOrder(bread, 10);
        String path = "/work-orders/" + order + "/completions";
        List<Map<String, Object>> lines =
                List.of(Map.of("outputItemId", bread, "toLocationId", shelf, "quantityCompleted", 1));
        String lastWeek = Instant.now()
                .minus(7, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();

        String id = factory.post("operator", path, Map.of("occurredAt", lastWeek, "lines", lines))
                .expect(201)
                .id();

        assertThat(factory.postDraft(order, id).at("/occurredAt")).isEqualTo(lastWeek);
        factory.post(
                        "operator",
                        path,
                        Map.of(
                                "occurredAt",
                                Instant.now().plus(6, ChronoUnit.MINUTES).toString(),
                                "lines",
                                lines))
                .expectProblem(400, "INVALID_FIELD");
    }
}
