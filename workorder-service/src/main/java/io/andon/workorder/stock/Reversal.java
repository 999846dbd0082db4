package io.andon.workorder.stock;

import io.andon.kit.Ids;
import java.util.List;
import java.util.UUID;

/**
 * What is to be undone.
 *
 * @param movementIds movements that were posted together, none of them reversed before
 */
public record Reversal(List<UUID> movementIds, String recordedBy, Overdraft overdraft) {

    public Reversal {
        movementIds = List.copyOf(movementIds);
    }

    /** Happens when what it undoes happened, by the same cause: together they say that it did not. */
    Posting posting(List<LedgerEntry> undone) {
        LedgerEntry first = undone.get(0);
        return new Posting(
                first.occurredAt(),
                recordedBy,
                first.source(),
                first.sourceId(),
                first.workOrderId(),
                null,
                overdraft,
                undone.stream()
                        .map(entry -> new MovementDraft(Ids.next(), entry.type(), entry.id(), List.of()))
                        .toList());
    }
}
