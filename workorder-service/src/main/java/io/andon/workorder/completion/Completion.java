package io.andon.workorder.completion;

import io.andon.workorder.order.WorkOrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A completion as it stands, and as the API shows it.
 *
 * @param workOrderStatus the order's, now
 * @param occurredAt null in a draft that leaves it to the time of posting
 * @param movementId null in a draft
 */
record Completion(
        UUID id,
        UUID workOrderId,
        CompletionStatus status,
        WorkOrderStatus workOrderStatus,
        @Nullable Instant occurredAt,
        @Nullable String notes,
        List<CompletionLine> lines,
        @Nullable UUID movementId,
        Instant createdAt,
        String createdBy,
        @Nullable Instant postedAt,
        @Nullable String postedBy) {

    Completion {
        lines = List.copyOf(lines);
    }

    Completion with(List<CompletionLine> newLines) {
        return new Completion(
                id,
                workOrderId,
                status,
                workOrderStatus,
                occurredAt,
                notes,
                newLines,
                movementId,
                createdAt,
                createdBy,
                postedAt,
                postedBy);
    }

    Completion posted(UUID movement, Instant at, String by, Instant businessTime, WorkOrderStatus orderAfter) {
        return new Completion(
                id,
                workOrderId,
                CompletionStatus.POSTED,
                orderAfter,
                businessTime,
                notes,
                lines,
                movement,
                createdAt,
                createdBy,
                at,
                by);
    }
}
