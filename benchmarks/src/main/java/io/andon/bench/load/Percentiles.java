package io.andon.bench.load;

import org.HdrHistogram.Histogram;

/** In milliseconds. */
public record Percentiles(long count, double p50, double p99, double p999, double max) {

    static Percentiles of(Histogram nanos) {
        return new Percentiles(
                nanos.getTotalCount(),
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6,
                nanos.getValueAtPercentile(99.9) / 1e6,
                nanos.getMaxValue() / 1e6);
    }
}
