package io.andon.workorder.completion;

import static io.andon.workorder.Factory.batch;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class CompletionVoidIT {

    Issuer issuer;

    private Factory factory;
    private String bread;
    private String shelf;
    private String order;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
        bread = factory.item("finished");
        shelf = factory.location();
        order = factory.releasedOrder(bread, 100);
    }

    @Test
    void takesTheOutputBackAndRemembersBoth() {
        Answer posted = factory.complete(order, bread, shelf, 40).expect(200);

        Answer voided = factory.undo(order, posted.id()).expect(200);

        assertThat(voided.at("/status")).isEqualTo("voided");
        assertThat(voided.at("/workOrderStatus")).isEqualTo("in_progress");
        assertThat(voided.at("/voidedBy")).isEqualTo("operator@" + factory.tenant());
        assertThat(voided.at("/movementId")).isEqualTo(posted.at("/movementId"));
        assertThat(factory.get(path(posted.id())).json()).isEqualTo(voided.json());
        assertThat(factory.balances(bread, shelf)).containsExactly("=0");
        assertThat(factory.get("/work-orders/" + order).number("/quantityCompleted"))
                .isEqualByComparingTo("0");
        Answer history = factory.get("/inventory/items/" + bread + "/movements").expect(200);
        assertThat(history.json().path("data").findValuesAsText("qtyDelta")).containsExactly("-40", "40");
        assertThat(history.at("/data/0/movementId")).isEqualTo(voided.at("/voidMovementId"));
        assertThat(history.at("/data/0/reversesMovementId")).isEqualTo(posted.at("/movementId"));
        assertThat(history.json().path("data").findValuesAsText("sourceId")).containsOnly(posted.id());
        assertThat(history.json().path("data").findValuesAsText("workOrderId")).containsOnly(order);
    }

    @Test
    void takesACompletedOrderBackIntoProduction() {
        factory.complete(order, bread, shelf, 60).expect(200);
        Answer mistake = factory.complete(order, bread, shelf, 40).expect(200);

        assertThat(factory.undo(order, mistake.id()).expect(200).at("/workOrderStatus"))
                .isEqualTo("in_progress");

        Answer reopened = factory.get("/work-orders/" + order);
        assertThat(reopened.json().path("completedAt").isNull()).isTrue();
        assertThat(reopened.number("/quantityCompleted")).isEqualByComparingTo("60");
        assertThat(factory.complete(order, bread, shelf, 40).at("/workOrderStatus"))
                .isEqualTo("completed");
        assertThat(factory.get("/work-orders/" + order + "/history").json().findValuesAsText("to"))
                .containsExactly("draft", "released", "in_progress", "completed", "in_progress", "completed");
    }

    @Test
    void leavesAnOrderCompletedWhoseRemainderReachesThePlanAtItsOwnTime() {
        Answer mistake = completeAt("2026-03-01T08:00:00Z", 100);
        completeAt("2026-03-02T08:00:00Z", 60);
        completeAt("2026-03-03T08:00:00Z", 50);

        assertThat(factory.undo(order, mistake.id()).expect(200).at("/workOrderStatus"))
                .isEqualTo("completed");

        assertThat(factory.get("/work-orders/" + order).at("/completedAt")).isEqualTo("2026-03-03T08:00:00Z");
    }

    @Test
    void bringsBackWhatABatchConsumedToTheLotsThatItCameFrom() {
        String flour = factory.item("raw", "lotTracked", true);
        factory.move("RECEIPT", factory.lotLine(flour, shelf, "OLD", 10)).expect(201);
        factory.move("RECEIPT", factory.lotLine(flour, shelf, "NEW", 10)).expect(201);
        Answer batch = factory.record(
                        order, batch(List.of(consume(flour, shelf, 15)), List.of(produce(bread, shelf, 4))))
                .expect(201);
        String id = batch.at("/batchId");
        Answer asCompletion = factory.get(path(id)).expect(200);

        Answer voided = factory.undo(order, id).expect(200);

        assertThat(asCompletion.at("/status")).isEqualTo("posted");
        assertThat(asCompletion.at("/movementId")).isEqualTo(batch.at("/receiveMovementId"));
        assertThat(asCompletion.at("/issueMovementId")).isEqualTo(batch.at("/issueMovementId"));
        assertThat(asCompletion.at("/lines/0/uom")).isEqualTo("pcs");
        assertThat(asCompletion.json().path("consumedLines").findValuesAsText("lotCode"))
                .containsExactly("OLD", "NEW");
        assertThat(asCompletion.json().path("consumedLines").findValuesAsText("quantity"))
                .containsExactly("10", "5");
        assertThat(voided.at("/voidIssueMovementId")).isNotBlank();
        assertThat(factory.balances(flour, shelf)).containsExactly("NEW=10", "OLD=10");
        assertThat(factory.balances(bread, shelf)).containsExactly("=0");
    }

    @Test
    void leavesTheFiguresAsIfItHadNotHappened() {
        String flour = factory.item("raw");
        factory.stock(flour, shelf, 10);
        factory.complete(order, bread, shelf, 5).expect(200);
        String batch = factory.record(
                        order, batch(List.of(consume(flour, shelf, 3)), List.of(produce(bread, shelf, 4))))
                .at("/batchId");

        factory.undo(order, batch).expect(200);

        Answer overview = factory.get("/production-overview").expect(200);
        assertThat(overview.number("/volumeTrend/29/good")).isEqualByComparingTo("5");
        assertThat(overview.number("/topBottomSkus/top/0/quantity")).isEqualByComparingTo("5");
        assertThat(overview.json().path("materialsConsumed")).isEmpty();
        assertThat(factory.get("/production-summary").number("/today/output/0/quantity"))
                .isEqualByComparingTo("5");
    }

    @Test
    void isRefusedWhereTheOutputIsGoneUnlessAPlannerSaysWhy() {
        String completion = factory.complete(order, bread, shelf, 40).id();
        factory.move("SHIPMENT", factory.line(bread, shelf, -30)).expect(201);
        String path = path(completion) + "/void";

        Answer refused = factory.undo(order, completion).expectProblem(409, "INSUFFICIENT_STOCK");
        factory.post("operator", path, Map.of("allowNegative", true, "reason", "never baked"))
                .expectProblem(403, "OVERDRAFT_NEEDS_PLANNER");
        factory.post("planner", path, Map.of("allowNegative", true)).expectProblem(400, "INVALID_FIELD");
        Answer voided = factory.post("planner", path, Map.of("allowNegative", true, "reason", "never baked"))
                .expect(200);

        assertThat(refused.number("/lines/0/shortage")).isEqualByComparingTo("30");
        assertThat(voided.at("/voidReason")).isEqualTo("never baked");
        assertThat(factory.balances(bread, shelf)).containsExactly("=-30");
    }

    @Test
    void isRefusedByAClosedOrder() {
        String completion = factory.complete(order, bread, shelf, 100).id();
        factory.order(order, "close").expect(200);

        factory.undo(order, completion).expectProblem(409, "INVALID_STATE");

        assertThat(factory.get(path(completion)).at("/status")).isEqualTo("posted");
        assertThat(factory.balances(bread, shelf)).containsExactly("=100");
    }

    @Test
    void isDoneOnceAndToWhatIsPostedOnly() {
        String draft = factory.draft(order, bread, shelf, 1).id();
        String completion = factory.complete(order, bread, shelf, 40).id();
        String path = path(completion) + "/void";

        factory.undo(order, draft).expectProblem(409, "NOT_POSTED");
        Answer first = factory.postWithKey("operator", path, "void-1", Map.of()).expect(200);
        Answer again = factory.postWithKey("operator", path, "void-1", Map.of()).expect(200);
        factory.undo(order, completion).expectProblem(409, "ALREADY_VOIDED");
        factory.postDraft(order, completion).expectProblem(409, "ALREADY_POSTED");
        factory.postWithKey("operator", path, "void-1", Map.of("reason", "other"))
                .expectProblem(409, "IDEMPOTENCY_KEY_REUSED");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(factory.balances(bread, shelf)).containsExactly("=0");
        factory.order(order, "cancel").expect(200);
        factory.undo(order, completion).expectProblem(409, "ALREADY_VOIDED");
    }

    @Test
    void isDoneOnceByManyAtOnce() {
        String completion = factory.complete(order, bread, shelf, 40).id();

        List<Integer> answers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> factory.undo(order, completion)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Answer::status)
                .sorted()
                .toList();

        assertThat(answers).containsExactly(200, 409, 409, 409);
        assertThat(factory.balances(bread, shelf)).containsExactly("=0");
    }

    @Test
    void needsNoBodyAndUnderstandsNoOther() {
        String completion = factory.complete(order, bread, shelf, 40).id();
        String path = path(completion) + "/void";

        for (String body : List.of("{'allowNegative':'yes'}", "{'why':'x'}", "[]", "7", "nonsense")) {
            Answer.of(factory.as("planner").body(body.replace('\'', '"')).post(path))
                    .expectProblem(400, "MALFORMED_BODY");
        }
        factory.post("planner", path, Map.of("reason", "\u0000")).expectProblem(400, "VALIDATION_FAILED");
        factory.post("viewer", path, Map.of()).expectProblem(403, "FORBIDDEN");

        String token = issuer.token(factory.tenant(), List.of("operator"), Duration.ofMinutes(5));
        Answer.of(RestAssured.given()
                        .auth()
                        .oauth2(token)
                        .contentType("text/plain")
                        .body("x")
                        .post(path))
                .expectProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        Answer.of(RestAssured.given().auth().oauth2(token).noContentType().post(path))
                .expect(200);
    }

    private String path(String completion) {
        return "/work-orders/" + order + "/completions/" + completion;
    }

    private Answer completeAt(String occurredAt, int quantity) {
        String draft = factory.post(
                        "operator",
                        "/work-orders/" + order + "/completions",
                        Map.of(
                                "occurredAt",
                                occurredAt,
                                "lines",
                                List.of(Map.of(
                                        "outputItemId", bread, "toLocationId", shelf, "quantityCompleted", quantity))))
                .expect(201)
                .id();
        return factory.postDraft(order, draft).expect(200);
    }
}
