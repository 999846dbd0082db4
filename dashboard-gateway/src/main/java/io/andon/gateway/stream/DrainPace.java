package io.andon.gateway.stream;

import java.time.Duration;

/**
 * How many streams should have been closed by now: evenly, so that the gateways that take the clients over get so many a
 * second and no wave.
 */
final class DrainPace {

    /** The rest of the time is for what goes wrong: clients whose last bytes are still on the way. */
    private static final double PART_OF_GRACE = 0.75;

    private final int streams;
    private final long spanNanos;

    /** @param perSecond is exceeded if {@code grace} would not suffice */
    DrainPace(int streams, int perSecond, Duration grace) {
        this.streams = streams;
        long wanted = Math.round(streams * (double) Duration.ofSeconds(1).toNanos() / perSecond);
        long possible = Math.round(grace.toNanos() * PART_OF_GRACE);
        this.spanNanos = Math.max(1, Math.min(wanted, possible));
    }

    /** At least one from the beginning; all, and any that has come in addition, from the end of the span on. */
    int dueAfter(long elapsedNanos) {
        return elapsedNanos >= spanNanos ? Integer.MAX_VALUE : 1 + (int) (streams * (double) elapsedNanos / spanNanos);
    }
}
