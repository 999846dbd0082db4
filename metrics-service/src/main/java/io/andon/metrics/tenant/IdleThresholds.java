package io.andon.metrics.tenant;

/**
 * After how many days without use stock counts as slow, and as dead.
 *
 * @param slowDays from 1
 * @param deadDays more than {@code slowDays}
 */
public record IdleThresholds(int slowDays, int deadDays) {

    /** For a tenant that has set nothing. */
    public static final IdleThresholds DEFAULTS = new IdleThresholds(90, 180);
}
