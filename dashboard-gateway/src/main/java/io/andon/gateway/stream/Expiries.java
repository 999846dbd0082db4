package io.andon.gateway.stream;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Clock;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen to the streams of one event loop when their time is over, by the wall clock: a token's time is told
 * by no other. A timer would be late after the machine slept or its clock was put right, so the clock is looked at once
 * a second at least.
 *
 * <p>Touched by its loop alone. Holds one entry for each open stream.
 */
final class Expiries {

    /** @param number tells entries of the same time apart */
    record Expiry(long atMs, long number, Runnable action) {}

    private static final long LONGEST_WAIT_MS = 1_000;

    private final EventLoop loop;
    private final Clock clock;
    private final NavigableSet<Expiry> pending =
            new TreeSet<>(Comparator.comparingLong(Expiry::atMs).thenComparingLong(Expiry::number));
    private long count;
    private @Nullable ScheduledFuture<?> nextLook;
    private long nextLookAtMs;

    Expiries(EventLoop loop, Clock clock) {
        this.loop = loop;
        this.clock = clock;
    }

    /** @param action runs on the loop, never within this call, even if its time is over already */
    Expiry add(long atMs, Runnable action) {
        Expiry expiry = new Expiry(atMs, count++, action);
        pending.add(expiry);
        lookInTime();
        return expiry;
    }

    void remove(Expiry expiry) {
        pending.remove(expiry);
    }

    private void lookInTime() {
        long now = clock.millis();
        long atMs = Math.min(pending.first().atMs(), now + LONGEST_WAIT_MS);
        if (nextLook != null && nextLookAtMs > atMs) {
            nextLook.cancel(false);
            nextLook = null;
        }
        if (nextLook == null) {
            nextLook = loop.schedule(this::look, Math.max(0, atMs - now), TimeUnit.MILLISECONDS);
            nextLookAtMs = atMs;
        }
    }

    private void look() {
        nextLook = null;
        long now = clock.millis();
        while (!pending.isEmpty() && pending.first().atMs() <= now) {
            pending.pollFirst().action().run();
        }
        if (!pending.isEmpty()) {
            lookInTime();
        }
    }
}
