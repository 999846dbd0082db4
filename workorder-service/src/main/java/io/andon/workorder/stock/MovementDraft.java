package io.andon.workorder.stock;

import io.andon.events.MovementType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement that is to be posted.
 *
 * @param reversesMovementId the movement that it undoes; null if it undoes none
 */
public record MovementDraft(UUID id, MovementType type, @Nullable UUID reversesMovementId, List<LineDraft> lines) {

    public MovementDraft {
        lines = List.copyOf(lines);
    }

    /** A movement that undoes none. */
    public MovementDraft(UUID id, MovementType type, List<LineDraft> lines) {
        this(id, type, null, lines);
    }
}
