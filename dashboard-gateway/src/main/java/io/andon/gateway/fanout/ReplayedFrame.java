package io.andon.gateway.fanout;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A record that an operator has shown again, as a server-sent event: marked, and without an id, so that no client's
 * position moves back.
 *
 * @param bytes the whole event, from {@code event:} to the empty line
 */
public record ReplayedFrame(String type, Buffer bytes) implements StreamEvent {

    /** An operator wants every one of them seen, and none may take a live one's place. */
    @Override
    public @Nullable String coalesceKey() {
        return null;
    }
}
