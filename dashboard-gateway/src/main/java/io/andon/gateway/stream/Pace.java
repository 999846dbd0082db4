package io.andon.gateway.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Token buckets, one for each key that has been busy lately. Instead of a number of tokens, the time is kept at which
 * all that was taken will have been paid back (the generic cell rate algorithm, ITU-T I.371 annex A): one number a key, no
 * refilling, and a key whose time has come is like one that was never seen, so it is forgotten.
 *
 * <p>Not thread-safe. Bounded by the keys that are ahead of their pace, times two.
 */
final class Pace {

    private static final int FEW = 1024;

    private final LongSupplier nanoTime;
    private final Map<Object, Long> paidBackAt = new HashMap<>();
    private int sweepAt = FEW;

    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How long it takes until all that was taken for the key is paid back; zero for a key that is at rest. */
    long aheadNanos(Object key) {
        long now = nanoTime.getAsLong();
        return Math.max(0, paidBackAt.getOrDefault(key, now) - now);
    }

    /** Takes one for the key, which is paid back within {@code intervalNanos}. */
    void take(Object key, long intervalNanos) {
        long now = nanoTime.getAsLong();
        paidBackAt.put(key, now + aheadNanos(key) + intervalNanos);
        if (paidBackAt.size() >= sweepAt) {
            paidBackAt.values().removeIf(time -> time - now <= 0);
            sweepAt = Math.max(FEW, 2 * paidBackAt.size());
        }
    }

    int size() {
        return paidBackAt.size();
    }
}
