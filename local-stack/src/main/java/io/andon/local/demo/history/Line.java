package io.andon.local.demo.history;

import io.andon.local.demo.company.Company;
import io.andon.local.demo.company.Good;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a good at a place.
 *
 * @param quantity signed in a movement, positive in a work order's posting
 * @param place a code
 */
public record Line(String sku, String place, BigDecimal quantity, @Nullable String lot, @Nullable String reason) {

    public static Line of(String sku, String place, BigDecimal quantity) {
        return new Line(sku, place, quantity, null, null);
    }

    /** What {@code quantity} of {@code good} takes, from where it belongs. */
    public static List<Line> ingredients(Company company, Good good, BigDecimal quantity) {
        return good.ingredients(quantity).entrySet().stream()
                .map(needed -> of(needed.getKey(), company.good(needed.getKey()).place(), needed.getValue()))
                .toList();
    }

    /** A delivery of {@code good}, with a lot where it has lots. */
    public static Line delivered(Good good, BigDecimal quantity, Object lot) {
        return new Line(good.sku(), good.place(), quantity, good.lots() ? good.sku() + "-" + lot : null, null);
    }
}
