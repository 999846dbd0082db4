package io.andon.workorder.request;

import io.andon.kit.problem.InvalidField;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When something happened in the factory, which may be long before somebody recorded it. */
public final class BusinessTime {

    /** How far the clock of a machine on the floor may be ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private BusinessTime() {}

    /**
     * The time to record for a posting.
     *
     * @param given null where the caller means now
     * @throws InvalidField if {@code given} lies in the future
     */
    public static Instant of(@Nullable Instant given, Instant now) {
        if (given == null) {
            return now;
        }
        if (given.isAfter(now.plus(CLOCK_SKEW))) {
            throw new InvalidField("occurredAt", "must not lie in the future");
        }
        return given.truncatedTo(ChronoUnit.MICROS);
    }

    /** {@code time} in the resolution that PostgreSQL stores, so that it reads back as it was answered. */
    public static @Nullable Instant stored(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }
}
