package io.andon.kit.refused;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event that has not reached its topic.
 *
 * @param subject the aggregate; its later events wait behind the first that was refused
 * @param bytes the size of its data, which is not shown
 * @param reason why it was set aside
 */
@Schema(
        examples =
                """
                {"eventId": "0197f3c2-0000-7000-8000-000000000009", "topic": "inventory.movements", "type": "inventory.movement.posted",
                 "subject": "movement/0197f3c2-0000-7000-8000-000000000008", "recordedAt": "2026-07-01T08:00:00Z",
                 "refusedAt": "2026-07-01T08:00:01Z", "bytes": 1100000, "reason": "RecordTooLargeException: The message is 1100088 bytes"}
                """)
public record RefusedEvent(
        UUID eventId,
        String topic,
        String type,
        String subject,
        Instant recordedAt,
        Instant refusedAt,
        long bytes,
        String reason) {}
