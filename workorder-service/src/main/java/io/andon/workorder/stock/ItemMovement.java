package io.andon.workorder.stock;

import io.andon.events.MovementType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the ledger with its movement; an element of {@code GET /inventory/items/{id}/movements}. */
record ItemMovement(
        UUID movementId,
        long movementSeq,
        MovementType movementType,
        Instant occurredAt,
        Instant recordedAt,
        String recordedBy,
        String sourceType,
        @Nullable String sourceId,
        @Nullable UUID workOrderId,
        @Nullable UUID reversesMovementId,
        @Nullable String reason,
        int lineNo,
        UUID locationId,
        @Nullable String lotCode,
        BigDecimal qtyDelta,
        String uom,
        @Nullable BigDecimal unitCost,
        @Nullable String currency,
        @Nullable String reasonCode) {

    HistoryPosition position() {
        return new HistoryPosition(occurredAt, movementSeq, lineNo);
    }
}
