package io.andon.metrics.intake;

import static io.andon.metrics.intake.Rules.cost;
import static io.andon.metrics.intake.Rules.decimal;
import static io.andon.metrics.intake.Rules.present;
import static io.andon.metrics.intake.Rules.require;
import static io.andon.metrics.intake.Rules.text;
import static io.andon.metrics.intake.Rules.time;

import io.andon.events.InventoryEvent.MovementLine;
import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.events.PoisonRecordException;
import java.util.HashSet;
import java.util.Set;

/** What a movement must say to be counted. */
final class MovementRules {

    private MovementRules() {}

    /** @throws PoisonRecordException if {@code movement} cannot be counted */
    static MovementPosted check(MovementPosted movement) {
        present(movement.movementId(), "movementId");
        present(movement.movementType(), "movementType");
        time(movement.occurredAt(), "occurredAt");
        time(movement.recordedAt(), "recordedAt");
        text(movement.sourceType(), "sourceType");
        text(movement.sourceId(), "sourceId");
        require(!movement.lines().isEmpty(), "lines is empty");
        Set<Integer> lineNumbers = new HashSet<>();
        for (MovementLine line : movement.lines()) {
            require(lineNumbers.add(line.lineNo()), "lineNo " + line.lineNo() + " occurs twice");
            check(line);
        }
        return movement;
    }

    private static void check(MovementLine line) {
        present(line.itemId(), "itemId");
        present(line.locationId(), "locationId");
        decimal(line.qtyDelta(), "qtyDelta");
        cost(line.unitCost(), "unitCost");
        if (line.lotReceivedAt() != null) {
            time(line.lotReceivedAt(), "lotReceivedAt");
        }
        text(line.lotCode(), "lotCode");
        text(line.uom(), "uom");
        text(line.currency(), "currency");
        text(line.reasonCode(), "reasonCode");
    }
}
