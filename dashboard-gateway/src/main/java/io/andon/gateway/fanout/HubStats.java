package io.andon.gateway.fanout;

import io.andon.events.TenantId;
import io.andon.gateway.position.StreamPosition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a hub can say about itself.
 *
 * @param eventsDelivered frames times subscribers since the hub came to be
 * @param resyncs how often a subscriber was told to resync
 * @param oldestBufferedAt when the oldest frame that is still kept was recorded, null without one
 */
public record HubStats(
        TenantId tenant,
        int connections,
        long eventsDelivered,
        long resyncs,
        @Nullable Instant oldestBufferedAt,
        StreamPosition position) {}
