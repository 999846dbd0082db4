package io.andon.workorder.stock;

import io.andon.workorder.item.Item;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line whose item and location exist and whose quantity suits the item.
 *
 * @param field its path in the request
 * @param lotCode null where {@link LotAllocation} is to choose; {@link #NO_LOT} for stock without a lot and no other
 */
record Line(
        String field,
        Item item,
        UUID locationId,
        @Nullable String lotCode,
        @Nullable Instant lotReceivedAt,
        BigDecimal qtyDelta,
        @Nullable BigDecimal unitCost,
        @Nullable String currency,
        @Nullable String reasonCode) {

    /** The lot code of stock that belongs to no lot: part of a key, so it cannot be null. */
    static final String NO_LOT = "";

    /** What the draft leaves out comes from the item, as it stands now. */
    static Line of(LineDraft draft, Item item) {
        BigDecimal unitCost = draft.unitCost() == null ? item.standardCost() : draft.unitCost();
        String currency = draft.currency() == null ? item.currency() : draft.currency();
        return new Line(
                draft.field(),
                item,
                draft.locationId(),
                draft.lotCode(),
                draft.lotReceivedAt(),
                draft.qtyDelta(),
                unitCost,
                unitCost == null ? null : currency,
                draft.reasonCode());
    }

    boolean isDraw() {
        return qtyDelta.signum() < 0;
    }
}
