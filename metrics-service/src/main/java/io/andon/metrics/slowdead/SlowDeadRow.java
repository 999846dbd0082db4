package io.andon.metrics.slowdead;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One item's stock and how long it has been idle.
 *
 * @param sku null, like the name, while the item's master data has not arrived
 * @param daysSinceLastMovement the idle days that the state is judged by; null if the item was never stocked
 * @param lastMovementAt of any kind; null if there was none
 * @param lastOutflowAt null if demand never took any
 * @param firstStockedAt null if it never was
 * @param tiedUpValue of what is on hand, never negative
 * @param warnings {@code NEGATIVE_STOCK}, {@code UNVALUED}
 */
record SlowDeadRow(
        UUID itemId,
        @Nullable String sku,
        @Nullable String name,
        StockState state,
        @Schema(
                        description =
                                "Calendar days since demand last took something of it or, if it never has, since it was"
                                        + " first stocked. Transfers and counts do not matter here.")
                @Nullable
                Integer daysSinceLastMovement,
        @Schema(description = "The last movement of any kind.") @Nullable Instant lastMovementAt,
        @Nullable Instant lastOutflowAt,
        @Nullable Instant firstStockedAt,
        BigDecimal onHandQuantity,
        @JsonProperty("isSlowMoving") boolean isSlowMoving,
        @JsonProperty("isDeadStock") boolean isDeadStock,
        BigDecimal tiedUpValue,
        List<String> warnings) {

    SlowDeadRow {
        warnings = List.copyOf(warnings);
    }
}
