package io.andon.bench.load;

import java.util.List;
import org.HdrHistogram.Histogram;

/** What one loop counts between two marks. Touched by its loop, and by whoever it is handed over to. */
final class Tally {

    long deliveries;
    long reads;
    long bytes;
    long lost;
    long announced;
    long repeated;
    long resyncs;
    long refused;
    long broken;
    long failed;
    String failure = "";
    long openedAtNanos;
    final Histogram delivery = Percentiles.histogram();
    final Arrivals arrivals = new Arrivals();

    void took(long nanos) {
        delivery.recordValue(Math.min(Math.max(nanos, 0), Percentiles.LONGEST_NANOS));
    }

    void failed(String reason) {
        failed++;
        failure = failure.isEmpty() ? reason : failure;
    }

    void add(Tally other) {
        deliveries += other.deliveries;
        reads += other.reads;
        bytes += other.bytes;
        lost += other.lost;
        announced += other.announced;
        repeated += other.repeated;
        resyncs += other.resyncs;
        refused += other.refused;
        broken += other.broken;
        failed += other.failed;
        failure = failure.isEmpty() ? other.failure : failure;
        openedAtNanos = Math.max(openedAtNanos, other.openedAtNanos);
        delivery.add(other.delivery);
        arrivals.add(other.arrivals);
    }

    static Counts sum(List<Tally> tallies, long elapsedNanos, int open, long slowest, double cpuSeconds) {
        Tally all = new Tally();
        tallies.forEach(all::add);
        Histogram toLast = Percentiles.histogram();
        all.arrivals.forEach(nanos -> toLast.recordValue(Math.min(nanos, Percentiles.LONGEST_NANOS)));
        return new Counts(
                elapsedNanos,
                open,
                all.deliveries,
                all.reads,
                all.bytes,
                all.lost,
                all.announced,
                all.repeated,
                all.resyncs,
                all.refused,
                all.broken,
                all.failed,
                all.failure,
                slowest,
                all.openedAtNanos,
                Percentiles.of(all.delivery),
                Percentiles.of(toLast),
                cpuSeconds);
    }
}
