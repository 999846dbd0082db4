package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class BrokerOutageIT {

    private static final int OUTAGE_SECONDS = 20;

    private final RunningStack stack;

    BrokerOutageIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void losesNothingWhileTheBrokerIsAwayForTwentySeconds() throws Exception {
        // Given
        Workshop workshop = stack.newTenant().workshop();
        try (EventStream dashboard = workshop.tenant().subscribe()) {
            workshop.bake(1).expect(201);
            dashboard.await("production:changed", frame -> frame.event().equals("production:changed"));

            // When: a posting a second, and each is accepted.
            stack.stopBroker();
            postEverySecond(workshop, OUTAGE_SECONDS);
            stack.startBroker();

            // Then
            List<Frame> changes = dashboard.awaitAll("production:changed", OUTAGE_SECONDS + 1, frame -> frame.event()
                    .equals("production:changed"));
            assertThat(changes)
                    .extracting(
                            frame -> frame.content().path("quantityCompleted").asInt())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, OUTAGE_SECONDS + 1).boxed().toList());
            assertThat(dashboard.events()).extracting(Frame::eventId).doesNotHaveDuplicates();
        }
    }

    private static void postEverySecond(Workshop workshop, int times) throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            var posts = IntStream.range(0, times)
                    .mapToObj(second -> clock.schedule(() -> workshop.bake(1).expect(201), second, TimeUnit.SECONDS))
                    .toList();
            for (var post : posts) {
                post.get(2L * times, TimeUnit.SECONDS);
            }
        } finally {
            clock.shutdownNow();
        }
    }
}
