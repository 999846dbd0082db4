package io.andon.workorder.stock;

import io.andon.events.MovementType;
import java.util.List;
import java.util.UUID;

/** A movement that is to be posted. */
public record MovementDraft(UUID id, MovementType type, List<LineDraft> lines) {

    public MovementDraft {
        lines = List.copyOf(lines);
    }
}
