package io.andon.metrics.list;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Ratios of sums, as summaries show them: rounded half up to two places. */
public final class Share {

    private static final int SCALE = 2;

    private Share() {}

    /** {@code part / all}; null unless {@code all} is positive. */
    public static @Nullable BigDecimal of(BigDecimal part, BigDecimal all) {
        return all.signum() <= 0 ? null : part.divide(all, SCALE, RoundingMode.HALF_UP);
    }

    /** What percentage of {@code all} the {@code part} is; null unless {@code all} is positive. */
    public static @Nullable BigDecimal percentage(BigDecimal part, BigDecimal all) {
        return of(part.movePointRight(2), all);
    }
}
