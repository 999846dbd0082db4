package io.andon.events;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event that Andon emits: its name on the wire ({@code ce_type}) and the topic it travels on. */
public enum EventType {
    ISSUE_POSTED("inventory.work_order.issue.posted", Topics.WORKORDER_EVENTS),
    COMPLETION_POSTED("inventory.work_order.completion.posted", Topics.WORKORDER_EVENTS),
    BATCH_POSTED("inventory.work_order.batch.posted", Topics.WORKORDER_EVENTS),
    WORK_ORDER_COMPLETED("workorder:completed", Topics.WORKORDER_EVENTS),
    PRODUCTION_CHANGED("production:changed", Topics.WORKORDER_EVENTS),
    WORK_ORDER_CHANGED("workorder:changed", Topics.WORKORDER_EVENTS),
    INVENTORY_CHANGED("inventory.changed", Topics.WORKORDER_EVENTS),
    METRICS_UPDATED("metrics:updated", Topics.METRICS_EVENTS),
    MOVEMENT_POSTED("inventory.movement.posted", Topics.INVENTORY_MOVEMENTS),
    ITEM_UPSERTED("inventory.item.upserted", Topics.INVENTORY_MASTERDATA),
    LOCATION_UPSERTED("inventory.location.upserted", Topics.INVENTORY_MASTERDATA),
    TENANT_SETTINGS_CHANGED("tenant.settings.changed", Topics.INVENTORY_MASTERDATA);

    private static final Map<String, EventType> BY_WIRE_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));

    private final String wireName;
    private final String topic;

    EventType(String wireName, String topic) {
        this.wireName = wireName;
        this.topic = topic;
    }

    public String wireName() {
        return wireName;
    }

    public String topic() {
        return topic;
    }

    /** The type of that name, or empty for one that a newer producer may have introduced. */
    public static Optional<EventType> ofWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }
}
