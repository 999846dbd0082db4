package io.andon.metrics.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a run is asked for. */
record Parameters(ZoneId zone, Instant asOf, int windowDays, int slowDays) {

    static final List<Integer> BUCKETS = List.of(10, 40, 90);
    static final int A_PERCENT = 80;
    static final int B_PERCENT = 95;

    int deadDays() {
        return 2 * slowDays;
    }

    Instant windowStart() {
        return asOf.atZone(zone).minusDays(windowDays).toInstant();
    }

    /** The same a month earlier, whose classes the run remembers. */
    Parameters earlier() {
        return new Parameters(zone, asOf.minus(Duration.ofDays(30)), windowDays, slowDays);
    }

    /** The same over other days, so that no class is remembered. */
    Parameters ofAnotherWindow() {
        return new Parameters(zone, asOf, windowDays - 1, slowDays);
    }

    int daysSince(Instant then) {
        return (int) ChronoUnit.DAYS.between(LocalDate.ofInstant(then, zone), LocalDate.ofInstant(asOf, zone));
    }

    String body() {
        return "{\"asOf\":\"%s\",\"abcWindowDays\":%d,\"turnsWindowDays\":%d,\"slowThresholdDays\":%d,\"deadThresholdDays\":%d}"
                .formatted(asOf, windowDays, windowDays, slowDays, deadDays());
    }
}
