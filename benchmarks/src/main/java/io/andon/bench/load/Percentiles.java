package io.andon.bench.load;

import org.HdrHistogram.Histogram;

/** In milliseconds. */
public record Percentiles(long count, double p50, double p99, double p999, double max) {

    static final long LONGEST_NANOS = 120_000_000_000L;

    private static final long SHORTEST_NANOS = 1_000;

    /** Takes nanoseconds up to two minutes. */
    public static Histogram histogram() {
        return new Histogram(SHORTEST_NANOS, LONGEST_NANOS, 3);
    }

    public static Percentiles of(Histogram nanos) {
        return new Percentiles(
                nanos.getTotalCount(),
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6,
                nanos.getValueAtPercentile(99.9) / 1e6,
                nanos.getMaxValue() / 1e6);
    }
}
