package io.andon.metrics.turns;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How fast one item's stock moves through. Quantities are in its base unit.
 *
 * @param sku null, like the name, while the item's master data has not arrived
 * @param totalOutflowQty negative if more was returned than went out
 * @param avgDailyOutflow never negative
 * @param reason why a figure is null: {@code NO_STOCK} or {@code NO_USAGE}; null if none is
 * @param warnings {@code UNVALUED}
 */
record TurnsRow(
        UUID itemId,
        @Nullable String sku,
        @Nullable String name,
        BigDecimal totalOutflowQty,
        @Schema(description = "At the cost of each movement.") BigDecimal totalOutflowCost,
        BigDecimal avgOnHandQty,
        @Schema(description = "The average on hand at the item's present cost.") BigDecimal avgOnHandValue,
        @Schema(description = "Outflow / average on hand; null if there never was any stock.") @Nullable
                BigDecimal turns,
        @Schema(description = "Turns × 365 / windowDays.") @Nullable BigDecimal annualizedTurns,
        BigDecimal avgDailyOutflow,
        @Schema(description = "Days of inventory: average on hand / average daily outflow; null without outflow.")
                @Nullable
                BigDecimal doiDays,
        @Schema(description = "What is on hand now / average daily outflow; null without outflow.") @Nullable
                BigDecimal daysOfSupply,
        int windowDays,
        @Schema(description = "Stock was below zero for a while, which counts as none.") boolean hadNegative,
        @Nullable String reason,
        List<String> warnings) {

    TurnsRow {
        warnings = List.copyOf(warnings);
    }
}
