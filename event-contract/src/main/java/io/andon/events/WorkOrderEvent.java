package io.andon.events;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a work order; on {@link Topics#WORKORDER_EVENTS}. */
public sealed interface WorkOrderEvent extends DomainEvent {

    UUID workOrderId();

    @Override
    default String subject() {
        return "work-order/" + workOrderId();
    }

    /** Material was issued to the order. */
    record IssuePosted(UUID workOrderId, UUID issueId, UUID movementId, List<UUID> itemIds, List<UUID> locationIds)
            implements WorkOrderEvent {
        public IssuePosted {
            itemIds = List.copyOf(itemIds);
            locationIds = List.copyOf(locationIds);
        }

        @Override
        public EventType type() {
            return EventType.ISSUE_POSTED;
        }
    }

    /** Output of the order was received into stock. */
    record CompletionPosted(
            UUID workOrderId, UUID completionId, UUID movementId, List<UUID> itemIds, List<UUID> locationIds)
            implements WorkOrderEvent {
        public CompletionPosted {
            itemIds = List.copyOf(itemIds);
            locationIds = List.copyOf(locationIds);
        }

        @Override
        public EventType type() {
            return EventType.COMPLETION_POSTED;
        }
    }

    /** Consumption and output of a batch were posted together. */
    record BatchPosted(
            UUID workOrderId, UUID issueMovementId, UUID receiveMovementId, List<UUID> itemIds, List<UUID> locationIds)
            implements WorkOrderEvent {
        public BatchPosted {
            itemIds = List.copyOf(itemIds);
            locationIds = List.copyOf(locationIds);
        }

        @Override
        public EventType type() {
            return EventType.BATCH_POSTED;
        }
    }

    /**
     * A completion or a batch was posted.
     *
     * @param completionId the posted completion; null for a batch
     * @param status the work order's status afterwards
     */
    record Completed(UUID workOrderId, @Nullable UUID completionId, String status) implements WorkOrderEvent {
        @Override
        public EventType type() {
            return EventType.WORK_ORDER_COMPLETED;
        }
    }

    /**
     * The order's output changed.
     *
     * @param quantityCompleted good output so far, cumulative, in the order's output unit
     */
    record ProductionChanged(UUID workOrderId, BigDecimal quantityCompleted) implements WorkOrderEvent {
        @Override
        public EventType type() {
            return EventType.PRODUCTION_CHANGED;
        }
    }

    /** The order was created, edited, released, canceled or closed, or a void took it back into production. */
    record Changed(UUID workOrderId, String status) implements WorkOrderEvent {
        @Override
        public EventType type() {
            return EventType.WORK_ORDER_CHANGED;
        }
    }
}
