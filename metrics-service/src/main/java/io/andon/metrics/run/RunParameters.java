package io.andon.metrics.run;

import io.andon.metrics.tenant.IdleThresholds;

/**
 * What a run is asked to compute with. All are calendar days of the tenant's zone.
 *
 * @param abcWindowDays whose usage the ABC classification ranks
 * @param slowThresholdDays from how long without use stock is slow
 * @param deadThresholdDays from how long without use stock is dead; more than {@code slowThresholdDays}
 * @param turnsWindowDays whose outflow and average stock turns and DOI compare
 */
public record RunParameters(int abcWindowDays, int slowThresholdDays, int deadThresholdDays, int turnsWindowDays) {

    static final int MAX_DAYS = 3_660;

    /** Of whatever a request leaves out. */
    static final int DEFAULT_WINDOW_DAYS = 90;

    /** Of the nightly run. */
    static RunParameters defaults(IdleThresholds thresholds) {
        return new RunParameters(
                DEFAULT_WINDOW_DAYS, thresholds.slowDays(), thresholds.deadDays(), DEFAULT_WINDOW_DAYS);
    }
}
