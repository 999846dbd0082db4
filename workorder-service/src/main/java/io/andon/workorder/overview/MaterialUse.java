package io.andon.workorder.overview;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much of a material was consumed, in its base unit, and how much the bills of materials expected.
 *
 * @param quantity consumed by all orders
 * @param quantityByBom consumed by the orders that have a bill
 * @param expectedQuantity what their bills expect for their good output and scrap; null where no bill names the material
 * @param variancePercent (by bill − expected) / expected; null where nothing is expected
 */
record MaterialUse(
        UUID itemId,
        String sku,
        String name,
        String uom,
        BigDecimal quantity,
        BigDecimal quantityByBom,
        @Nullable BigDecimal expectedQuantity,
        @Nullable BigDecimal variancePercent) {}
