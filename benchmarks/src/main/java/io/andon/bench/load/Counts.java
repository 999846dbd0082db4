package io.andon.bench.load;

/**
 * What the load generator has seen since the last mark.
 *
 * @param elapsedNanos since the mark
 * @param open streams that are open now
 * @param reads from sockets that brought something
 * @param lost numbers that were skipped without the server's saying so
 * @param announced numbers that were skipped after a {@code system.resync}
 * @param repeated numbers that came again or late
 * @param refused soft refusals, after each of which the client came again
 * @param broken streams that ended without the client's doing
 * @param failed answers other than 200, and streams that could not be understood
 * @param failure the first such answer
 * @param slowest the number that every subscriber has reached, in all
 * @param openedAtNanos when the last stream was opened, by {@link System#nanoTime}
 * @param delivery from produced to received, each delivery by itself
 * @param toLast from produced to received by the last subscriber
 * @param cpuSeconds of the load generator
 */
public record Counts(
        long elapsedNanos,
        int open,
        long deliveries,
        long reads,
        long bytes,
        long lost,
        long announced,
        long repeated,
        long resyncs,
        long refused,
        long broken,
        long failed,
        String failure,
        long slowest,
        long openedAtNanos,
        Percentiles delivery,
        Percentiles toLast,
        double cpuSeconds) {

    public double perSecond() {
        return deliveries * 1e9 / elapsedNanos;
    }
}
