package io.andon.workorder.completion;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.order.WorkOrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A completion as it stands, and as the API shows it. A batch is one that was never a draft.
 *
 * @param workOrderStatus the order's, now
 * @param occurredAt null in a draft that leaves it to the time of posting
 * @param consumedLines empty unless it is a batch
 */
public record Completion(
        UUID id,
        UUID workOrderId,
        CompletionStatus status,
        WorkOrderStatus workOrderStatus,
        @Nullable Instant occurredAt,
        @Nullable String notes,
        List<CompletionLine> lines,
        List<ConsumedLine> consumedLines,
        Instant createdAt,
        String createdBy,
        @JsonUnwrapped Posted posted,
        @JsonUnwrapped Voided voided) {

    public Completion {
        lines = List.copyOf(lines);
        consumedLines = List.copyOf(consumedLines);
    }

    static Completion draft(
            UUID id,
            WorkOrder order,
            @Nullable Instant occurredAt,
            @Nullable String notes,
            List<CompletionLine> lines,
            Instant now,
            String person) {
        return new Completion(
                id,
                order.id(),
                CompletionStatus.DRAFT,
                order.status(),
                occurredAt,
                notes,
                lines,
                List.of(),
                now,
                person,
                Posted.NOT_YET,
                Voided.NOT);
    }

    /** @param orderAfter the order as the batch left it */
    public static Completion batch(
            UUID id,
            WorkOrder orderAfter,
            Instant occurredAt,
            @Nullable String notes,
            List<CompletionLine> lines,
            Posted posted) {
        return new Completion(
                id,
                orderAfter.id(),
                CompletionStatus.POSTED,
                orderAfter.status(),
                occurredAt,
                notes,
                lines,
                List.of(),
                posted.postedAt(),
                posted.postedBy(),
                posted,
                Voided.NOT);
    }

    Completion with(List<CompletionLine> newLines, List<ConsumedLine> newConsumedLines) {
        return new Completion(
                id,
                workOrderId,
                status,
                workOrderStatus,
                occurredAt,
                notes,
                newLines,
                newConsumedLines,
                createdAt,
                createdBy,
                posted,
                voided);
    }

    Completion asPosted(Posted how, Instant businessTime, WorkOrderStatus orderAfter) {
        return changed(CompletionStatus.POSTED, orderAfter, businessTime, how, voided);
    }

    Completion asVoided(Voided how, WorkOrderStatus orderAfter) {
        return changed(CompletionStatus.VOIDED, orderAfter, occurredAt, posted, how);
    }

    private Completion changed(
            CompletionStatus next, WorkOrderStatus orderAfter, @Nullable Instant at, Posted how, Voided undone) {
        return new Completion(
                id, workOrderId, next, orderAfter, at, notes, lines, consumedLines, createdAt, createdBy, how, undone);
    }
}
