package io.andon.metrics.aging;

import io.andon.events.MovementType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger, as aging reads it.
 *
 * @param reverses the movement that the line's movement undoes; null if it undoes none
 * @param countsAs the movement's type; that of what it reverses, if it reverses something
 * @param lotCode null for stock that belongs to no lot, or for whatever is oldest
 * @param receivedAt when the goods came in, if the line says so; else the movement's time
 * @param quantity signed
 * @param unitCost the movement's; null if it says none
 */
record StockLine(
        UUID movementId,
        @Nullable UUID reverses,
        MovementType countsAs,
        UUID locationId,
        @Nullable String lotCode,
        Instant receivedAt,
        BigDecimal quantity,
        @Nullable BigDecimal unitCost) {

    boolean isInbound() {
        return quantity.signum() > 0;
    }
}
