package io.andon.workorder.stock;

import io.andon.events.InventoryEvent.MovementLine;
import io.andon.events.InventoryEvent.MovementPosted;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A movement whose lines are settled. */
record SettledMovement(MovementDraft draft, List<SettledLine> lines) {

    MovementPosted asEvent(Posting posting, long movementSeq, Instant recordedAt) {
        return new MovementPosted(
                draft.id(),
                movementSeq,
                draft.type(),
                posting.occurredAt(),
                recordedAt,
                posting.source(),
                posting.sourceId(),
                draft.reversesMovementId(),
                IntStream.range(0, lines.size())
                        .mapToObj(i -> asEvent(i + 1, lines.get(i)))
                        .toList());
    }

    private static MovementLine asEvent(int lineNo, SettledLine settled) {
        Line line = settled.line();
        return new MovementLine(
                lineNo,
                line.item().id(),
                line.locationId(),
                settled.lotCode().equals(Line.NO_LOT) ? null : settled.lotCode(),
                line.lotReceivedAt(),
                settled.qtyDelta(),
                line.item().baseUom(),
                line.unitCost(),
                line.currency(),
                line.reasonCode());
    }
}
