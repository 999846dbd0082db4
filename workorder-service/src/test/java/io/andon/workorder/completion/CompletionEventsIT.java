package io.andon.workorder.completion;

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
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class CompletionEventsIT {

    Issuer issuer;
    Broker broker;

    @Test
    void announcesWhatItDidInOrder() {
        // Given
        Factory factory = Factory.open(issuer);
        String bread = factory.item("finished");
        String shelf = factory.location();
        String order = factory.releasedOrder(bread, 30);
        String completion = factory.draft(order, bread, shelf, 12.5).id();

        // When
        String movement = factory.postDraft(order, completion).expect(200).at("/movementId");

        // Then
        try (TenantEvents events = TenantEvents.of(broker, factory, Topics.WORKORDER_EVENTS);
                TenantEvents movements = TenantEvents.of(broker, factory, Topics.INVENTORY_MOVEMENTS)) {
            List<Published> published = events.until("production:changed", order);
            assertThat(published)
                    .extracting(one -> one.event().type())
                    .containsExactly(
                            "workorder:changed",
                            "workorder:changed",
                            "inventory.work_order.completion.posted",
                            "workorder:completed",
                            "production:changed");
            assertThat(published).allSatisfy(one -> {
                assertThat(one.key()).isEqualTo(factory.tenant());
                assertThat(one.event().source()).isEqualTo("/workorder-service");
                assertThat(one.event().subject()).isEqualTo("work-order/" + order);
                assertThat(one.timestampMs()).isEqualTo(one.event().time().toEpochMilli());
            });
            assertThat(published.get(2).data().toString())
                    .isEqualTo(
                            ("{'workOrderId':'%s','completionId':'%s','movementId':'%s','itemIds':['%s'],'locationIds':['%s']}")
                                    .formatted(order, completion, movement, bread, shelf)
                                    .replace('\'', '"'));
            assertThat(published.get(3).data().path("status").asText()).isEqualTo("in_progress");
            assertThat(published.get(3).data().path("completionId").asText()).isEqualTo(completion);
            assertThat(published.get(4).data().path("quantityCompleted").decimalValue())
                    .isEqualByComparingTo("12.5");
            Published posted =
                    movements.until("inventory.movement.posted", movement).get(0);
            assertThat(posted.data().at("/movementType").asText()).isEqualTo("WO_PRODUCTION");
            assertThat(posted.data().at("/sourceType").asText()).isEqualTo("work-order-completion");
            assertThat(posted.data().at("/sourceId").asText()).isEqualTo(completion);
            assertThat(posted.data().at("/lines/0/qtyDelta").decimalValue()).isEqualByComparingTo("12.5");
            assertThat(posted.data().at("/lines/0/unitCost").decimalValue()).isEqualByComparingTo("2.5");
            assertThat(posted.data().at("/lines/0/currency").asText()).isEqualTo("EUR");
        }
    }

    @Test
    void announcesAVoidInOrder() {
        // Given
        Factory factory = Factory.open(issuer);
        String flour = factory.item("raw");
        String bread = factory.item("finished");
        String shelf = factory.location();
        factory.stock(flour, shelf, 5);
        String order = factory.releasedOrder(bread, 4);
        Answer batch = factory.record(
                        order,
                        Factory.batch(
                                List.of(Factory.consume(flour, shelf, 5)), List.of(Factory.produce(bread, shelf, 4))))
                .expect(201);

        // When
        Answer voided = factory.undo(order, batch.at("/batchId")).expect(200);

        // Then
        try (TenantEvents events = TenantEvents.of(broker, factory, Topics.WORKORDER_EVENTS);
                TenantEvents movements = TenantEvents.of(broker, factory, Topics.INVENTORY_MOVEMENTS)) {
            List<Published> published = events.until("workorder:changed", "in_progress");
            List<Published> ofVoid = published.subList(published.size() - 4, published.size());
            assertThat(ofVoid)
                    .extracting(one -> one.event().type())
                    .containsExactly(
                            "inventory.changed", "inventory.changed", "production:changed", "workorder:changed");
            assertThat(ofVoid.get(0).data().path("movementId").asText()).isEqualTo(voided.at("/voidIssueMovementId"));
            assertThat(ofVoid.get(0).data().at("/itemIds/0").asText()).isEqualTo(flour);
            assertThat(ofVoid.get(1).data().path("movementId").asText()).isEqualTo(voided.at("/voidMovementId"));
            assertThat(ofVoid.get(1).data().at("/itemIds/0").asText()).isEqualTo(bread);
            assertThat(ofVoid.get(2).data().path("quantityCompleted").asInt()).isZero();
            List<Published> ledger = movements.until("inventory.movement.posted", voided.at("/voidMovementId"));
            Published posted = ledger.get(1);
            Published reversed = ledger.get(3);
            assertThat(reversed.data().path("movementType").asText()).isEqualTo("WO_ISSUE");
            assertThat(reversed.data().path("reversesMovementId").asText())
                    .isEqualTo(posted.data().path("movementId").asText());
            assertThat(reversed.data().path("occurredAt"))
                    .isEqualTo(posted.data().path("occurredAt"));
            assertThat(reversed.data().path("sourceId")).isEqualTo(posted.data().path("sourceId"));
            assertThat(reversed.data().at("/lines/0/qtyDelta").asInt()).isEqualTo(5);
            assertThat(reversed.data().at("/lines/0/unitCost"))
                    .isEqualTo(posted.data().at("/lines/0/unitCost"));
        }
    }

    @Test
    void isFoundAgainByTheIdOfItsEvent() {
        Factory factory = Factory.open(issuer);
        String bread = factory.item("finished");
        String shelf = factory.location();
        String order = factory.releasedOrder(bread, 30);

        String eventId = factory.complete(order, bread, shelf, 1).expect(200).at("/eventId");

        try (TenantEvents events = TenantEvents.of(broker, factory, Topics.WORKORDER_EVENTS)) {
            assertThat(events.until("production:changed", order))
                    .filteredOn(one -> one.event().id().toString().equals(eventId))
                    .extracting(one -> one.event().type())
                    .containsExactly("inventory.work_order.completion.posted");
        }
    }
}
