package io.andon.local.demo.company;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.util.Set;

/**
 * When a good is bought: on each of {@code days}, as many packs as bring the stock to {@code par} again.
 *
 * @param pack the quantity that it comes in
 */
public record Supply(Set<DayOfWeek> days, BigDecimal par, BigDecimal pack) {

    /** What is to be bought when there is {@code stock}: nothing, or whole packs up to par. */
    public BigDecimal order(BigDecimal stock) {
        return par.subtract(stock)
                .max(BigDecimal.ZERO)
                .divide(pack, 0, RoundingMode.CEILING)
                .multiply(pack);
    }
}
