package io.andon.bench.posting;

import io.andon.bench.load.Percentiles;
import io.andon.bench.report.Row;
import org.HdrHistogram.Histogram;

/** What was posted in one measurement. */
public record Postings(double perSecond, Percentiles took) {

    static Postings of(Histogram nanos, long elapsedNanos) {
        return new Postings(nanos.getTotalCount() / (elapsedNanos / 1e9), Percentiles.of(nanos));
    }

    public void report(Row row) {
        row.add("postings/s", perSecond).add("p50 ms", took.p50()).add("p99 ms", took.p99());
    }
}
