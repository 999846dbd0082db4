package io.andon.metrics.run;

import java.time.Instant;
import java.time.ZoneId;

/** A span of time, half-open: {@code start} belongs to it, {@code end} does not. */
public record Window(Instant start, Instant end) {

    /**
     * The last {@code days} calendar days of {@code zone} before {@code end}. A day has 23 or 25 hours where clocks
     * change; the window then starts at the same time of day as it ends.
     */
    static Window before(Instant end, int days, ZoneId zone) {
        return new Window(end.atZone(zone).minusDays(days).toInstant(), end);
    }
}
