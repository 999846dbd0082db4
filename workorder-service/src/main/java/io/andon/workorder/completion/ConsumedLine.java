package io.andon.workorder.completion;

import io.andon.events.InventoryEvent.MovementLine;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a batch took and from where, as the ledger has it: a line for each lot. */
public record ConsumedLine(
        UUID componentItemId, UUID fromLocationId, BigDecimal quantity, String uom, @Nullable String lotCode) {

    static ConsumedLine of(MovementLine issued) {
        return new ConsumedLine(
                issued.itemId(), issued.locationId(), issued.qtyDelta().negate(), issued.uom(), issued.lotCode());
    }
}
