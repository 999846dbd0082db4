package io.andon.workorder.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What there is of an item at a location, per lot; an element of {@code GET /inventory/balances}. */
record Balance(
        UUID itemId,
        String sku,
        String name,
        UUID locationId,
        String locationCode,
        @Nullable String lotCode,
        BigDecimal quantity,
        String uom,
        Instant updatedAt) {

    /** The sort key. */
    String key() {
        return itemId + "|" + locationId + "|" + (lotCode == null ? Line.NO_LOT : lotCode);
    }
}
