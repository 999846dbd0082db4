package io.andon.bench.load;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * For each event the time until its last subscriber had it. Kept for slow traffic only, and for so many events at most;
 * later ones are not timed.
 */
final class Arrivals {

    private static final int MOST = 100_000;

    private final Map<Long, Long> longestNanos = new HashMap<>();

    void arrived(long sequence, long nanos) {
        if (longestNanos.size() < MOST) {
            longestNanos.merge(sequence, Math.max(nanos, 0), Math::max);
        }
    }

    void add(Arrivals other) {
        other.longestNanos.forEach((sequence, nanos) -> longestNanos.merge(sequence, nanos, Math::max));
    }

    void forEach(LongConsumer nanos) {
        longestNanos.values().forEach(nanos::accept);
    }
}
