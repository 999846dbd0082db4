package io.andon.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to stock. */
public sealed interface InventoryEvent extends DomainEvent {

    UUID movementId();

    @Override
    default String subject() {
        return "movement/" + movementId();
    }

    /**
     * A movement was posted that no event of a work order names: one of a system outside, or one that undoes another; on
     * {@link Topics#WORKORDER_EVENTS}, for dashboards.
     */
    record InventoryChanged(List<UUID> itemIds, List<UUID> locationIds, UUID movementId) implements InventoryEvent {
        public InventoryChanged {
            itemIds = List.copyOf(itemIds);
            locationIds = List.copyOf(locationIds);
        }

        @Override
        public EventType type() {
            return EventType.INVENTORY_CHANGED;
        }
    }

    /**
     * A movement as it stands in the ledger; on {@link Topics#INVENTORY_MOVEMENTS}. Posted movements never change.
     *
     * @param movementSeq increases with every movement of the system; gaps are allowed
     * @param occurredAt the business time, which may lie well before {@code recordedAt}
     * @param sourceType what caused it, for instance {@code work-order-batch} or the name of another system
     * @param sourceId the cause's id there; null if there is none
     * @param reversesMovementId the movement that this one undoes; null if it undoes none
     * @param lines never empty
     */
    record MovementPosted(
            UUID movementId,
            long movementSeq,
            MovementType movementType,
            Instant occurredAt,
            Instant recordedAt,
            String sourceType,
            @Nullable String sourceId,
            @Nullable UUID reversesMovementId,
            List<MovementLine> lines)
            implements InventoryEvent {
        public MovementPosted {
            lines = List.copyOf(lines);
        }

        @Override
        public EventType type() {
            return EventType.MOVEMENT_POSTED;
        }
    }

    /**
     * One item's change at one location.
     *
     * @param lineNo 1, 2, … within the movement
     * @param lotReceivedAt when the lot was first received, where that differs from the movement's time
     * @param qtyDelta signed, in the item's base unit, scale up to 6
     * @param unitCost of one base unit, in {@code currency}; null if unknown
     */
    record MovementLine(
            int lineNo,
            UUID itemId,
            UUID locationId,
            @Nullable String lotCode,
            @Nullable Instant lotReceivedAt,
            BigDecimal qtyDelta,
            String uom,
            @Nullable BigDecimal unitCost,
            @Nullable String currency,
            @Nullable String reasonCode) {}
}
