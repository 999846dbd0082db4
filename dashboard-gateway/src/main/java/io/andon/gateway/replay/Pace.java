package io.andon.gateway.replay;

import java.util.concurrent.TimeUnit;

/**
 * How much goes to the event loops at once, and when the next may follow. Two bounds: the configured rate, and a quarter
 * of the loops' time, by resting three times as long as they took. A slice that takes long would hold live events up, so
 * slices shrink while one takes more than a few milliseconds, to as many records as cost little more than one: to
 * write to a client at all costs as much as ten records in the write.
 */
final class Pace {

    private static final int MAX_SLICE = 200;
    private static final int WORTH_A_WRITE = 8;
    private static final int SLICES_PER_SECOND = 100;
    private static final int RESTS = 3;
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final int rate;
    private final int smallest;
    private final int largest;
    private int slice;

    /** @param rate records a second at most */
    Pace(int rate) {
        this.rate = rate;
        this.largest = Math.max(1, Math.min(MAX_SLICE, rate / SLICES_PER_SECOND));
        this.smallest = Math.min(WORTH_A_WRITE, largest);
        this.slice = smallest;
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
            slice = Math.max(smallest, slice / 2);
        } else if (took < SHORT_NANOS) {
            slice = Math.min(largest, slice + 1);
        }
        long byRate = sentAt + TimeUnit.SECONDS.toNanos(records) / rate;
        return Math.max(byRate, takenAt + RESTS * took);
    }
}
