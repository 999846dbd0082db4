package io.andon.workorder;

import static io.andon.workorder.Factory.batch;
import static io.andon.workorder.Factory.consume;
import static io.andon.workorder.Factory.produce;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Broker;
import io.andon.backends.Issuer;
import io.andon.events.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class IdempotencyIT {

    private static final int CALLERS = 8;

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
        flour = factory.item("raw");
        bread = factory.item("finished");
        store = factory.location();
        factory.stock(flour, store, 100);
        order = factory.releasedOrder(bread, 100);
    }

    @Test
    void recordsABatchOnceHoweverManySendItAtOnce() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = batch(List.of(consume(flour, store, 10)), List.of(produce(bread, store, 1)));
        Callable<Answer> send =
                () -> factory.postWithKey("operator", "/work-orders/" + order + "/record-batch", key, body);

        // When
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<Answer>> answers;
        try {
            answers = callers.invokeAll(Collections.nCopies(CALLERS, send));
        } finally {
            callers.shutdown();
        }

        // Then
        String first = answers.get(0).get().expect(201).text();
        for (Future<Answer> answer : answers) {
            assertThat(answer.get().expect(201).text()).isEqualTo(first);
        }
        assertThat(factory.balances(flour, store)).containsExactly("=90");
        assertThat(eventsUpToClosingOne()).containsOnlyOnce("inventory.work_order.batch.posted");
    }

    @Test
    void postsACompletionOnceAndAnswersTheSameAgain() {
        String completion = factory.draft(order, bread, store, 5).id();
        String path = "/work-orders/" + order + "/completions/" + completion + "/post";
        Answer first = factory.postWithKey("operator", path, "k-1", Map.of()).expect(200);

        Answer again = factory.postWithKey("operator", path, "k-1", Map.of()).expect(200);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(factory.balances(bread, store)).containsExactly("=5");
        assertThat(eventsUpToClosingOne()).containsOnlyOnce("inventory.work_order.completion.posted");
    }

    @Test
    void refusesTheKeyForAnotherRequest() {
        factory.postWithKey("planner", "/work-orders", "k-1", Map.of("outputItemId", bread, "quantityPlanned", 1))
                .expect(201);

        factory.postWithKey("planner", "/work-orders", "k-1", Map.of("outputItemId", bread, "quantityPlanned", 2))
                .expectProblem(409, "IDEMPOTENCY_KEY_REUSED");
        factory.postWithKey("planner", "/work-orders/" + order + "/cancel", "k-1", Map.of())
                .expectProblem(409, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void doesNotRememberWhatWasRefused() {
        Map<String, Object> greedy = batch(List.of(consume(flour, store, 101)), List.of(produce(bread, store, 1)));
        String path = "/work-orders/" + order + "/record-batch";
        factory.postWithKey("operator", path, "k-1", greedy).expectProblem(409, "INSUFFICIENT_STOCK");
        factory.stock(flour, store, 1);

        factory.postWithKey("operator", path, "k-1", greedy).expect(201);
    }

    /** A last, different event is the barrier: what a repeat had emitted would have come before it. */
    private List<String> eventsUpToClosingOne() {
        String last = factory.draftOrder(bread, 1);
        try (TenantEvents events = TenantEvents.of(broker, factory, Topics.WORKORDER_EVENTS)) {
            return events.until("workorder:changed", last).stream()
                    .map(one -> one.event().type())
                    .toList();
        }
    }
}
