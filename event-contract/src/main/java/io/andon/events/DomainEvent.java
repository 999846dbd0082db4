package io.andon.events;

/**
 * What happened, as the {@code data} of a record on the wire. The components of the implementing records are the JSON
 * fields; ids, times and the tenant travel in the {@link CloudEvent} around it.
 */
public sealed interface DomainEvent permits WorkOrderEvent, InventoryEvent, MetricsEvent, MasterDataEvent {

    EventType type();

    /** The aggregate that the event is about, for instance {@code work-order/<id>}: the CloudEvents subject. */
    String subject();

    /** The Kafka key of this event's record: the tenant id, which keeps a tenant's events in one order. */
    default String key(TenantId tenant) {
        return tenant.value();
    }
}
