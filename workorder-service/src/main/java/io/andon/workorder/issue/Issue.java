package io.andon.workorder.issue;

import io.andon.workorder.order.WorkOrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issue as it stands, and as the API shows it.
 *
 * @param workOrderStatus the order's, now
 * @param occurredAt null in a draft that leaves it to the time of posting
 * @param movementId null in a draft
 * @param eventId the {@code ce_id} of the event that announced it; null in a draft
 */
record Issue(
        UUID id,
        UUID workOrderId,
        IssueStatus status,
        WorkOrderStatus workOrderStatus,
        @Nullable Instant occurredAt,
        @Nullable String notes,
        List<IssueLine> lines,
        Instant createdAt,
        String createdBy,
        @Nullable UUID movementId,
        @Nullable UUID eventId,
        @Nullable Instant postedAt,
        @Nullable String postedBy) {

    Issue {
        lines = List.copyOf(lines);
    }

    Issue with(List<IssueLine> newLines) {
        return new Issue(
                id,
                workOrderId,
                status,
                workOrderStatus,
                occurredAt,
                notes,
                newLines,
                createdAt,
                createdBy,
                movementId,
                eventId,
                postedAt,
                postedBy);
    }

    Issue posted(UUID movement, UUID event, Instant at, String by, Instant businessTime, WorkOrderStatus orderAfter) {
        return new Issue(
                id,
                workOrderId,
                IssueStatus.POSTED,
                orderAfter,
                businessTime,
                notes,
                lines,
                createdAt,
                createdBy,
                movement,
                event,
                at,
                by);
    }
}
