package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class GatewayRestartResumeIT {

    private final RunningStack stack;

    GatewayRestartResumeIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void givesAClientThatComesBackWhatItMissedOnceAndInOrder() {
        // Given
        Workshop workshop = stack.newTenant().workshop();
        Api direct = workshop.tenant().as("operator").at(stack.workorderService());
        EventStream before = workshop.tenant().subscribe();
        workshop.bake(1).expect(201);
        before.await("production:changed", frame -> frame.event().equals("production:changed"));

        // When: the gateway dies, work goes on, another gateway takes its place.
        stack.kill(RunningStack.GATEWAY);
        before.awaitEnd();
        workshop.bake(direct, 1).expect(201);
        workshop.bake(direct, 1).expect(201);
        stack.restart(RunningStack.GATEWAY);

        // Then
        try (EventStream after = workshop.tenant().resume(before.lastEventId())) {
            workshop.bake(1).expect(201);
            after.awaitAll("production:changed", 3, frame -> frame.event().equals("production:changed"));
            assertThat(after.ready().content().path("outcome").asText()).isEqualTo("resumed");
            List<Frame> all = Stream.concat(before.events().stream(), after.events().stream())
                    .toList();
            assertThat(all).extracting(Frame::eventId).doesNotHaveDuplicates();
            assertThat(all)
                    .filteredOn(frame -> frame.event().equals("production:changed"))
                    .extracting(
                            frame -> frame.content().path("quantityCompleted").asInt())
                    .containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void givesAClientThatOnlyLostItsConnectionWhatItMissed() {
        Workshop workshop = stack.newTenant().workshop();
        EventStream before = workshop.tenant().subscribe();
        String position = before.ready().id();
        before.close();
        workshop.bake(1).expect(201);
        workshop.bake(1).expect(201);

        try (EventStream after = workshop.tenant().resume(position)) {
            List<Frame> changes = after.awaitAll(
                    "production:changed", 2, frame -> frame.event().equals("production:changed"));

            assertThat(changes)
                    .extracting(
                            frame -> frame.content().path("quantityCompleted").asInt())
                    .containsExactly(1, 2);
        }
    }
}
