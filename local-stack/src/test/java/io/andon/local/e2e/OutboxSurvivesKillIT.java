package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class OutboxSurvivesKillIT {

    private static final int BATCHES = 5;

    private final RunningStack stack;

    OutboxSurvivesKillIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void losesNothingWhenTheServiceIsKilledBetweenCommitAndRelay() {
        // Given: without a broker, nothing that is committed can have been relayed.
        Workshop workshop = stack.newTenant().workshop();
        try (EventStream dashboard = workshop.tenant().subscribe()) {
            stack.stopBroker();
            for (int batch = 0; batch < BATCHES; batch++) {
                workshop.bake(1).expect(201);
            }

            // When
            stack.kill(RunningStack.WORKORDER);
            stack.startBroker();
            stack.restart(RunningStack.WORKORDER);

            // Then
            workshop.bake(1).expect(201);
            List<Frame> changes = dashboard.awaitAll(
                    "production:changed", BATCHES + 1, frame -> frame.event().equals("production:changed"));
            assertThat(changes)
                    .extracting(
                            frame -> frame.content().path("quantityCompleted").asInt())
                    .containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(dashboard.events()).extracting(Frame::eventId).doesNotHaveDuplicates();
        }
    }
}
