package io.andon.workorder.stock;

import io.andon.events.InventoryEvent.MovementLine;
import io.andon.events.MovementType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A posted movement, as it stands in the ledger. */
record LedgerEntry(
        UUID id,
        MovementType type,
        Instant occurredAt,
        String source,
        @Nullable String sourceId,
        @Nullable UUID workOrderId,
        List<MovementLine> lines) {

    LedgerEntry {
        lines = List.copyOf(lines);
    }
}
