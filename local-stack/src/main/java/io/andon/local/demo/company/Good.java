package io.andon.local.demo.company;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is bought, made or both.
 *
 * @param type {@code raw}, {@code intermediate} or {@code finished}
 * @param cost of one unit, at standard
 * @param place the code of the place where it belongs
 * @param lots whether every delivery has a lot code
 * @param whole whether it is counted in whole units only
 * @param opening what there was on the first day
 * @param recipe what one unit is made of, in the order of the data; empty if it is not made
 * @param supply null if it is not bought regularly
 */
public record Good(
        String sku,
        String name,
        String type,
        String uom,
        BigDecimal cost,
        String place,
        boolean lots,
        boolean whole,
        @Nullable BigDecimal opening,
        Map<String, BigDecimal> recipe,
        @Nullable Supply supply) {

    public Good {
        recipe = recipe == null ? Map.of() : recipe;
    }

    public Optional<BigDecimal> openingStock() {
        return Optional.ofNullable(opening);
    }

    public Optional<Supply> regularSupply() {
        return Optional.ofNullable(supply);
    }

    /** What {@code quantity} of it takes, by sku. */
    public Map<String, BigDecimal> ingredients(BigDecimal quantity) {
        Map<String, BigDecimal> needed = new LinkedHashMap<>();
        recipe.forEach((sku, each) -> needed.put(sku, each.multiply(quantity).stripTrailingZeros()));
        return needed;
    }
}
