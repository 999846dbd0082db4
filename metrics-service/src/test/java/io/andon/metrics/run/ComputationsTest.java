package io.andon.metrics.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ComputationsTest {

    private static final Duration CEILING = Duration.ofSeconds(60);

    private final Computations computations = new Computations();

    @Test
    void aShutdownWaitsForARunThatComputesNothingUntilItHasEnded() throws InterruptedException {
        assertThat(computations.enter()).isTrue();
        Thread shutdown = new Thread(() -> stop(Duration.ofHours(1)));
        shutdown.start();
        await().atMost(CEILING).until(() -> shutdown.getState() == Thread.State.TIMED_WAITING);

        computations.leave();

        assertThat(endsWithin(CEILING, shutdown)).isTrue();
    }

    @Test
    void nothingBeginsOnceAShutdownHasBegun() {
        stop(CEILING);

        assertThat(computations.enter()).isFalse();
        assertThat(computations.areStopping()).isTrue();
    }

    @Test
    void aShutdownDoesNotWaitForever() {
        assertThat(computations.enter()).isTrue();

        stop(Duration.ofMillis(1));

        assertThat(computations.areStopping()).isTrue();
    }

    private void stop(Duration limit) {
        try {
            computations.stop(limit);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean endsWithin(Duration limit, Thread thread) throws InterruptedException {
        thread.join(limit.toMillis());
        return !thread.isAlive();
    }
}
