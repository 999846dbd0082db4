package io.andon.workorder.stock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Movements that are posted together, and what they have in common.
 *
 * @param source what caused them, for instance {@code work-order-batch}
 * @param sourceId the cause's id; null if it has none
 * @param workOrderId null if no work order made them
 */
public record Posting(
        Instant occurredAt,
        String recordedBy,
        String source,
        @Nullable String sourceId,
        @Nullable UUID workOrderId,
        @Nullable String notes,
        Overdraft overdraft,
        List<MovementDraft> movements) {

    public Posting {
        movements = List.copyOf(movements);
    }
}
