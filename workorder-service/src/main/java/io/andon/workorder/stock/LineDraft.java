package io.andon.workorder.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line as a caller asks for it.
 *
 * @param field its path in the request, for instance {@code lines[0]}, to name it in errors
 * @param lotCode null where the caller leaves the choice of lots to the ledger
 * @param qtyDelta signed, not zero
 * @param uom null where the caller means the item's base unit
 * @param unitCost null where the item's standard cost holds
 */
public record LineDraft(
        String field,
        UUID itemId,
        UUID locationId,
        @Nullable String lotCode,
        @Nullable Instant lotReceivedAt,
        BigDecimal qtyDelta,
        @Nullable String uom,
        @Nullable BigDecimal unitCost,
        @Nullable String currency,
        @Nullable String reasonCode) {

    /** A line of a work order's posting, which knows nothing of costs and reasons. */
    public static LineDraft of(
            String field,
            UUID itemId,
            UUID locationId,
            @Nullable String lotCode,
            BigDecimal qtyDelta,
            @Nullable String uom) {
        return new LineDraft(field, itemId, locationId, lotCode, null, qtyDelta, uom, null, null, null);
    }
}
