package io.andon.workorder.issue;

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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class IssueIT {

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
    void changesNothingWhileItIsADraft() {
        Answer draft = factory.draftIssue(order, flour, store, 400).expect(201);

        assertThat(draft.at("/status")).isEqualTo("draft");
        assertThat(draft.at("/lines/0/uom")).isEqualTo("g");
        assertThat(factory.balances(flour, store)).containsExactly("=1000");
        assertThat(factory.get("/work-orders/" + order).at("/status")).isEqualTo("released");
        assertThat(factory.get(path() + "/" + draft.id()).json()).isEqualTo(draft.json());
    }

    @Test
    void takesMaterialAndStartsTheOrder() {
        Answer posted = factory.issue(order, flour, store, 400).expect(200);

        assertThat(posted.at("/status")).isEqualTo("posted");
        assertThat(posted.at("/workOrderStatus")).isEqualTo("in_progress");
        assertThat(posted.at("/postedBy")).isEqualTo("operator@" + factory.tenant());
        assertThat(factory.balances(flour, store)).containsExactly("=600");
        assertThat(factory.get(path() + "/" + posted.id()).json()).isEqualTo(posted.json());
        Answer history = factory.get("/inventory/items/" + flour + "/movements");
        assertThat(history.at("/data/0/sourceType")).isEqualTo("work-order-issue");
        assertThat(history.at("/data/0/sourceId")).isEqualTo(posted.id());
        assertThat(history.at("/data/0/workOrderId")).isEqualTo(order);
    }

    @Test
    void announcesItself() {
        Answer posted = factory.issue(order, flour, store, 400).expect(200);

        try (TenantEvents events = TenantEvents.of(broker, factory, Topics.WORKORDER_EVENTS);
                TenantEvents movements = TenantEvents.of(broker, factory, Topics.INVENTORY_MOVEMENTS)) {
            List<Published> published = events.until("inventory.work_order.issue.posted", posted.id());
            Published announced = published.get(published.size() - 1);
            assertThat(announced.event().id()).hasToString(posted.at("/eventId"));
            assertThat(announced.data().toString())
                    .isEqualTo(
                            "{'workOrderId':'%s','issueId':'%s','movementId':'%s','itemIds':['%s'],'locationIds':['%s']}"
                                    .formatted(order, posted.id(), posted.at("/movementId"), flour, store)
                                    .replace('\'', '"'));
            Published taken = movements
                    .until("inventory.movement.posted", posted.at("/movementId"))
                    .get(1);
            assertThat(taken.data().path("movementType").asText()).isEqualTo("WO_ISSUE");
            assertThat(taken.data().at("/lines/0/qtyDelta").asInt()).isEqualTo(-400);
        }
    }

    @Test
    void isListedTheNewestFirst() {
        Answer first = factory.draftIssue(order, flour, store, 1).expect(201);
        Answer second = factory.draftIssue(order, flour, store, 2).expect(201);

        Answer page = factory.get(path() + "?limit=1").expect(200);
        Answer next = factory.get(path() + "?limit=1&cursor=" + page.at("/nextCursor"))
                .expect(200);

        assertThat(page.json().at("/data/0")).isEqualTo(second.json());
        assertThat(next.json().at("/data/0")).isEqualTo(first.json());
        assertThat(next.json().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void isPostedOnce() {
        String issue = factory.draftIssue(order, flour, store, 400).id();
        String post = path() + "/" + issue + "/post";

        Answer first =
                factory.postWithKey("operator", post, "issue-1", Map.of()).expect(200);
        Answer again =
                factory.postWithKey("operator", post, "issue-1", Map.of()).expect(200);
        factory.postIssue(order, issue).expectProblem(409, "ALREADY_POSTED");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(factory.balances(flour, store)).containsExactly("=600");
    }

    @Test
    void isRefusedWhereStockIsShortUnlessAPlannerSaysWhy() {
        String issue = factory.draftIssue(order, flour, store, 1200).expect(201).id();
        String post = path() + "/" + issue + "/post";

        Answer refused = factory.postIssue(order, issue).expectProblem(409, "INSUFFICIENT_STOCK");
        factory.post("operator", post, Map.of("allowNegative", true, "reason", "not booked yet"))
                .expectProblem(403, "OVERDRAFT_NEEDS_PLANNER");
        factory.post("planner", post, Map.of("allowNegative", true)).expectProblem(400, "INVALID_FIELD");
        factory.post("planner", post, Map.of("allowNegative", true, "reason", "not booked yet"))
                .expect(200);

        assertThat(refused.number("/lines/0/requested")).isEqualByComparingTo("1200");
        assertThat(refused.number("/lines/0/available")).isEqualByComparingTo("1000");
        assertThat(refused.number("/lines/0/shortage")).isEqualByComparingTo("200");
        assertThat(factory.balances(flour, store)).containsExactly("=-200");
    }

    @Test
    void isRefusedByAnOrderThatTakesNoPostings() {
        String planned = factory.draftOrder(bread, 10);
        String pending = factory.draftIssue(order, flour, store, 1).id();
        factory.order(order, "cancel").expect(200);

        factory.draftIssue(planned, flour, store, 1).expectProblem(409, "INVALID_STATE");
        factory.draftIssue(order, flour, store, 1).expectProblem(409, "INVALID_STATE");
        factory.postIssue(order, pending).expectProblem(409, "INVALID_STATE");

        assertThat(factory.balances(flour, store)).containsExactly("=1000");
    }

    @Test
    void keepsItsOrderFromBeingCanceled() {
        factory.issue(order, flour, store, 1).expect(200);

        factory.order(order, "cancel").expectProblem(409, "INVALID_STATE");
    }

    @Test
    void takesWhatThereIsInItsUnit() {
        String wheel = factory.item("raw", "discrete", true);

        factory.draftIssue(order, bread, bread, 1).expectProblem(404, "LOCATION_NOT_FOUND");
        factory.draftIssue(order, store, store, 1).expectProblem(404, "ITEM_NOT_FOUND");
        factory.draftIssue(order, wheel, store, 1.5).expectProblem(400, "INVALID_FIELD");
        factory.post(
                        "operator",
                        path(),
                        Map.of(
                                "lines",
                                List.of(Map.of(
                                        "componentItemId",
                                        flour,
                                        "fromLocationId",
                                        store,
                                        "quantityIssued",
                                        1,
                                        "uom",
                                        "kg"))))
                .expectProblem(400, "INVALID_FIELD");
        factory.post(
                        "operator",
                        path(),
                        Map.of(
                                "occurredAt",
                                Instant.now().plus(6, ChronoUnit.MINUTES).toString(),
                                "lines",
                                List.of(Map.of(
                                        "componentItemId", flour, "fromLocationId", store, "quantityIssued", 1))))
                .expectProblem(400, "INVALID_FIELD");
    }

    @Test
    void belongsToItsOrderAndToOperators() {
        String other = factory.releasedOrder(bread, 10);
        String issue = factory.draftIssue(order, flour, store, 1).id();

        factory.postIssue(other, issue).expectProblem(404, "ISSUE_NOT_FOUND");
        factory.get("/work-orders/" + other + "/issues/" + issue).expectProblem(404, "ISSUE_NOT_FOUND");
        factory.post("viewer", path(), Map.of()).expectProblem(403, "FORBIDDEN");
        factory.post("viewer", path() + "/" + issue + "/post", Map.of()).expectProblem(403, "FORBIDDEN");
        factory.post("operator", path() + "/" + issue + "/post", Map.of("lines", List.of()))
                .expectProblem(400, "MALFORMED_BODY");
    }

    private String path() {
        return "/work-orders/" + order + "/issues";
    }
}
