package io.andon.workorder.stock;

import io.andon.events.InventoryEvent.MovementPosted;
import java.util.UUID;

/** The answer to {@code POST /inventory/movements}. */
record PostedMovement(UUID movementId, long movementSeq) {

    static PostedMovement of(MovementPosted posted) {
        return new PostedMovement(posted.movementId(), posted.movementSeq());
    }
}
