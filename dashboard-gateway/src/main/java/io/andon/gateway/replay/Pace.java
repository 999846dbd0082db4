package io.andon.gateway.replay;

import java.util.concurrent.TimeUnit;

/**
 * How much goes to the event loops at once, and when the next may follow. Two bounds: the configured rate, and a quarter
 * of the loops' time, by resting three times as long as they took. A slice that takes long would hold live events up, so
 * slices shrink until one takes a few milliseconds: with a thousand dashboards of one tenant, to a few records.
 */
final class Pace {

    private static final int MAX_SLICE = 200;
    private static final int SLICES_PER_SECOND = 100;
    private static final int RESTS = 3;
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final int rate;
    private final int largest;
    private int slice = 1;

    /** @param rate records a second at most */
    Pace(int rate) {
        this.rate = rate;
        this.largest = Math.max(1, Math.min(MAX_SLICE, rate / SLICES_PER_SECOND));
    }

    /** How many records may go at once. */
    int slice() {
        return slice;
    }

    /**
     * The loops have taken a slice.
     *
     * @return when the next may go, in {@link System#nanoTime} like the others
     */
    long taken(int records, long sentAt, long takenAt) {
        long took = takenAt - sentAt;
        if (took > LONG_NANOS) {
            slice = Math.max(1, slice / 2);
        } else if (took < SHORT_NANOS) {
            slice = Math.min(largest, slice + 1);
        }
        long byRate = sentAt + TimeUnit.SECONDS.toNanos(records) / rate;
        return Math.max(byRate, takenAt + RESTS * took);
    }
}
