package io.andon.workorder.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Ratios as they are shown: rounded half up to two decimals, and nothing at all out of nothing. */
public final class Percentage {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHOWN_SCALE = 2;

    private Percentage() {}

    public static @Nullable BigDecimal of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.multiply(HUNDRED).divide(whole, SHOWN_SCALE, RoundingMode.HALF_UP);
    }

    /** (actual − expected) / expected: positive where more was used than expected. */
    public static @Nullable BigDecimal deviation(BigDecimal actual, BigDecimal expected) {
        return of(actual.subtract(expected), expected);
    }
}
