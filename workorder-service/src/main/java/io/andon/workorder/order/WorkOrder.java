package io.andon.workorder.order;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.andon.events.WorkOrderEvent;
import io.andon.kit.problem.InvalidField;
import io.andon.workorder.request.BusinessTime;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A work order as it stands, and as the API shows it.
 *
 * @param number for people, for instance {@code WO-000042}
 * @param bomId the bill that it was created with; null if none
 * @param version counts every change
 */
public record WorkOrder(
        UUID id,
        String number,
        UUID outputItemId,
        String outputUom,
        @Nullable UUID bomId,
        @JsonUnwrapped Progress progress,
        @Nullable UUID defaultConsumeLocationId,
        @Nullable UUID defaultProduceLocationId,
        @Nullable Instant scheduledStartAt,
        @Nullable Instant scheduledDueAt,
        @Nullable String description,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        int version) {

    public WorkOrderStatus status() {
        return progress.status();
    }

    /** @throws InvalidState if nothing can be posted in the order's status */
    public void requirePostable() {
        progress.requirePostable();
    }

    /** @throws InvalidState if postings cannot be undone in the order's status */
    public void requireVoidable() {
        progress.requireVoidable();
    }

    /**
     * Refuses output of another item than the order's.
     *
     * @param field names it to the caller
     */
    public void requireOutput(String field, UUID itemId) {
        if (!itemId.equals(outputItemId)) {
            throw new InvalidField(field, "is not the item that the work order makes");
        }
    }

    WorkOrder with(Progress next) {
        return new WorkOrder(
                id,
                number,
                outputItemId,
                outputUom,
                bomId,
                next,
                defaultConsumeLocationId,
                defaultProduceLocationId,
                scheduledStartAt,
                scheduledDueAt,
                description,
                createdAt,
                createdBy,
                updatedAt,
                version);
    }

    /** Everything of {@code change} but for the planned quantity, which is the progress's. */
    WorkOrder edited(WorkOrderChange change) {
        return new WorkOrder(
                id,
                number,
                outputItemId,
                outputUom,
                bomId,
                progress,
                orElse(change.defaultConsumeLocationId(), defaultConsumeLocationId),
                orElse(change.defaultProduceLocationId(), defaultProduceLocationId),
                orElse(BusinessTime.stored(change.scheduledStartAt()), scheduledStartAt),
                orElse(BusinessTime.stored(change.scheduledDueAt()), scheduledDueAt),
                orElse(change.description(), description),
                createdAt,
                createdBy,
                updatedAt,
                version);
    }

    /** The version after this one. */
    WorkOrder next(Instant now) {
        return new WorkOrder(
                id,
                number,
                outputItemId,
                outputUom,
                bomId,
                progress,
                defaultConsumeLocationId,
                defaultProduceLocationId,
                scheduledStartAt,
                scheduledDueAt,
                description,
                createdAt,
                createdBy,
                now,
                version + 1);
    }

    /** The opaque part of the order's entity tag. */
    String entityTag() {
        return String.valueOf(version);
    }

    WorkOrderEvent.Changed asChanged() {
        return new WorkOrderEvent.Changed(id, status().toString());
    }

    private static <T> @Nullable T orElse(@Nullable T wanted, @Nullable T present) {
        return wanted == null ? present : wanted;
    }
}
