package io.andon.gateway.recovery;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Clients that have seen more than this instance has read. They are looked at every few milliseconds until it has caught
 * up with the instance that they come from.
 *
 * <p>One thread, which only hands tasks on. As many wait as there are requests that opened so; none for long.
 */
@Singleton
final class EarlyClients {

    private static final long LOOK_AGAIN_MS = 20;

    private final RecoveryConfig config;
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "andon-early-clients"));

    @Inject
    EarlyClients(RecoveryConfig config) {
        this.config = config;
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** @return until when a client that comes now may wait, in the time of {@link System#nanoTime} */
    long deadlineNanos() {
        return System.nanoTime() + config.catchUp().toNanos();
    }

    /** Runs {@code again} a little later, or {@code late} if the deadline has passed; on this class's thread. */
    void lookAgain(long deadlineNanos, Runnable again, Runnable late) {
        boolean isLate = System.nanoTime() - deadlineNanos > 0;
        thread.schedule(isLate ? late : again, isLate ? 0 : LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
    }
}
