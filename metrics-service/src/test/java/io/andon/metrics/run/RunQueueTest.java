package io.andon.metrics.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Places only; what is done at them, RunIT shows. */
class RunQueueTest {

    private static final Duration CEILING = Duration.ofSeconds(60);

    private final Computations computations = new Computations();
    private final RunQueue queue = new RunQueue(null, null, computations, new OneAtATime());

    @Test
    void refusesARunOnceTheProcessIsShuttingDown() throws InterruptedException {
        queue.onStop(new ShutdownEvent());

        assertThatThrownBy(queue::reserve).isInstanceOf(ShuttingDown.class);
    }

    @Test
    void aRefusedRunHoldsNoShutdownUp() {
        queue.reserve();
        assertThatThrownBy(queue::reserve).isInstanceOf(RunQueueFull.class);
        queue.giveBack();

        assertTimeoutPreemptively(CEILING, () -> computations.stop(Duration.ofHours(1)));
    }

    private record OneAtATime() implements RunConfig {

        @Override
        public int parallel() {
            return 1;
        }

        @Override
        public int queue() {
            return 0;
        }

        @Override
        public Duration lease() {
            return CEILING;
        }

        @Override
        public Duration checkInterval() {
            return CEILING;
        }

        @Override
        public Duration keepFor() {
            return CEILING;
        }

        @Override
        public int keepRuns() {
            return 1;
        }
    }
}
