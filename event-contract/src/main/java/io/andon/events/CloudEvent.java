package io.andon.events;

import java.time.Instant;
import java.util.UUID;

/**
 * One event with its envelope, as a Kafka record carries it in the binary mode of the CloudEvents Kafka binding 1.0.
 *
 * @param id a UUIDv7; the same event sent twice has the same id
 * @param type the wire name of an {@link EventType}, or one that this version does not know
 * @param source the producer, for instance {@code /workorder-service}
 * @param subject the aggregate, for instance {@code work-order/<id>}
 * @param time when the change was recorded; also the record's timestamp
 * @param data the payload's JSON in UTF-8; shared, not copied: nobody may write to it
 */
public record CloudEvent(
        UUID id, TenantId tenant, String type, String source, String subject, Instant time, byte[] data) {}
