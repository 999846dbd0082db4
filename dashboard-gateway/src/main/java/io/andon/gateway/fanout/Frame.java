package io.andon.gateway.fanout;

import io.andon.gateway.position.StreamPosition;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record as the server-sent event that all subscribers of its tenant share: encoded once, never written to again.
 *
 * @param bytes the whole event, from {@code id:} to the empty line
 * @param idEnd where the line of the id ends in {@code bytes}
 * @param dataStart where the JSON of the {@code data:} line starts; it ends two line breaks before the end
 * @param topic the index of the record's topic in {@code Topics.DASHBOARD}
 * @param own whether the record was found on the tenant's partition; one that was not has no place in the tenant's
 *     positions
 * @param position the position after this event, which is also the event's id
 * @param recordedAtMs the record's timestamp
 * @param occurredAtMs {@code ce_time}
 * @param readAtMs when the gateway read it
 * @param coalesceKey see {@link StreamEvent#coalesceKey}
 */
public record Frame(
        Buffer bytes,
        int idEnd,
        int dataStart,
        String type,
        int topic,
        boolean own,
        StreamPosition position,
        long recordedAtMs,
        long occurredAtMs,
        long readAtMs,
        @Nullable String coalesceKey)
        implements StreamEvent {

    /** The offset of the record, if it is the tenant's {@link #own}. */
    public long offset() {
        return position.offset(topic);
    }

    /** The event as JSON, as on its {@code data:} line. */
    public Buffer data() {
        return bytes.slice(dataStart, length() - 2);
    }

    /**
     * Whether a client at {@code seen} has yet to receive this event. For a record on a foreign partition no position
     * tells for sure; a client that has seen nothing later gets it again rather than not at all.
     */
    boolean isAfter(StreamPosition seen) {
        return own ? offset() > seen.offset(topic) : position.reaches(seen);
    }

    /**
     * Appends the event for a client that has seen everything up to {@code seen}. Read again after a restart, records of
     * two topics may interleave otherwise than before; the id must not lead such a client back in the other topic.
     */
    void appendTo(Buffer target, StreamPosition seen) {
        if (position.reaches(seen)) {
            target.appendBuffer(bytes);
        } else {
            target.appendBytes(("id: " + position.max(seen)).getBytes(StandardCharsets.US_ASCII))
                    .appendBuffer(bytes, idEnd, length() - idEnd);
        }
    }
}
