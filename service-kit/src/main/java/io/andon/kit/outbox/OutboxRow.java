package io.andon.kit.outbox;

import io.andon.events.CloudEvent;
import io.andon.events.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * An event that has not reached its topic yet, as it was stored.
 *
 * @param seq the order of relaying; within an aggregate the order of the commits
 * @param behindRefused whether an earlier event of the same subject was set aside, so that this one has to wait
 */
record OutboxRow(
        long seq,
        UUID eventId,
        String tenant,
        String topic,
        String key,
        String type,
        String subject,
        Instant recordedAt,
        byte[] data,
        boolean behindRefused) {

    /** @throws IllegalArgumentException if what was stored is no event */
    CloudEvent event(String source) {
        return new CloudEvent(eventId, new TenantId(tenant), type, source, subject, recordedAt, data);
    }
}
