package io.andon.metrics.aging;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How old one item's stock of one lot at one location is.
 *
 * @param lotCode null for stock that belongs to no lot
 * @param quantities one for each bucket, the youngest first
 * @param values likewise, in the tenant's currency
 * @param unvalued whether some of it has no cost
 */
record AgedStock(
        UUID itemId,
        UUID locationId,
        @Nullable String lotCode,
        List<BigDecimal> quantities,
        List<BigDecimal> values,
        int oldestAgeDays,
        BigDecimal averageAgeDays,
        boolean unvalued) {

    AgedStock {
        quantities = List.copyOf(quantities);
        values = List.copyOf(values);
    }

    BigDecimal value() {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
