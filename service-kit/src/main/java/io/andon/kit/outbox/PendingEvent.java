package io.andon.kit.outbox;

import io.andon.events.DomainEvent;
import java.util.UUID;

/**
 * An event that a transaction has announced and not stored yet.
 *
 * @param id becomes its {@code ce_id}
 */
public record PendingEvent(UUID id, DomainEvent event) {}
