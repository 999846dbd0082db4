package io.andon.workorder.report;

import io.andon.workorder.stock.LineDraft;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much of what, and where.
 *
 * @param lineNo from 1
 * @param quantity above zero, in {@code uom}, the item's base unit
 */
public record ReportLine(
        int lineNo, UUID itemId, UUID locationId, BigDecimal quantity, String uom, @Nullable String lotCode) {

    /** Takes that much out of stock. */
    public LineDraft draw() {
        return draft(quantity.negate());
    }

    /** Brings that much into stock. */
    public LineDraft receipt() {
        return draft(quantity);
    }

    private LineDraft draft(BigDecimal qtyDelta) {
        return LineDraft.of("lines[" + (lineNo - 1) + "]", itemId, locationId, lotCode, qtyDelta, uom);
    }
}
