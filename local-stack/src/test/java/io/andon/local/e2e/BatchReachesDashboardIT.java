package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class BatchReachesDashboardIT {

    private final RunningStack stack;

    BatchReachesDashboardIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void tellsEveryDashboardOfTheTenantInOrderAndNoOther() {
        // Given
        Workshop workshop = stack.newTenant().workshop();
        Workshop foreign = stack.newTenant().workshop();
        try (EventStream first = workshop.tenant().subscribe();
                EventStream second = workshop.tenant().subscribe();
                EventStream stranger = foreign.tenant().subscribe()) {

            // When
            Answer answer = workshop.bake(12).expect(201);

            // Then
            Frame last =
                    first.await("production:changed", frame -> frame.event().equals("production:changed"));
            second.await("production:changed", frame -> frame.event().equals("production:changed"));
            assertThat(first.events())
                    .extracting(Frame::event)
                    .containsExactly("inventory.work_order.batch.posted", "workorder:completed", "production:changed");
            assertThat(second.events()).isEqualTo(first.events());
            Frame batch = first.events().get(0);
            assertThat(batch.content().path("workOrderId").asText()).isEqualTo(workshop.order());
            assertThat(batch.content().path("issueMovementId").asText()).isEqualTo(answer.text("issueMovementId"));
            assertThat(last.content().path("quantityCompleted").asInt()).isEqualTo(12);

            foreign.bake(1).expect(201);
            stranger.await("production:changed", frame -> frame.event().equals("production:changed"));
            assertThat(stranger.events()).allSatisfy(frame -> assertThat(
                            frame.content().path("workOrderId").asText())
                    .isEqualTo(foreign.order()));
        }
    }

    @Test
    void sendsNothingAgainForARepeatedRequest() {
        Workshop workshop = stack.newTenant().workshop();
        Api operator = workshop.tenant().as("operator");
        String path = "/work-orders/" + workshop.order() + "/record-batch";
        try (EventStream dashboard = workshop.tenant().subscribe()) {

            Answer first = operator.post(path, "same-key", workshop.batch(5)).expect(201);
            Answer again = operator.post(path, "same-key", workshop.batch(5)).expect(201);
            operator.post(path, "same-key", workshop.batch(6)).expectProblem(409);
            workshop.bake(1).expect(201);

            List<Frame> changes = dashboard.awaitAll(
                    "production:changed", 2, frame -> frame.event().equals("production:changed"));
            assertThat(again.json()).isEqualTo(first.json());
            assertThat(changes)
                    .extracting(
                            frame -> frame.content().path("quantityCompleted").asInt())
                    .containsExactly(5, 6);
        }
    }

    @Test
    void tellsOfACompletionThatIsPosted() {
        Workshop workshop = stack.newTenant().workshop();
        try (EventStream dashboard = workshop.tenant().subscribe()) {

            workshop.complete(7).expect(200);

            dashboard.await("production:changed", frame -> frame.event().equals("production:changed"));
            assertThat(dashboard.events())
                    .extracting(Frame::event)
                    .containsExactly(
                            "inventory.work_order.completion.posted", "workorder:completed", "production:changed");
            assertThat(workshop.quantityCompleted()).isEqualTo(7);
        }
    }
}
