package io.andon.gateway.fanout;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** An event of the gateway's own. */
public record SystemFrame(String type, Buffer bytes, WhileBehind whileBehind) implements StreamEvent {

    /** What becomes of it when the client does not read. */
    public enum WhileBehind {
        /** It waits in its place. */
        WAITS,
        /** It takes the place of an earlier one of its type. */
        REPLACES_EARLIER,
        /**
         * As before, and it is said even if the queue is dropped: it tells something that the resync does not. It must not
         * have an id, which would lead the client back behind the resync.
         */
        OUTLIVES_QUEUE,
        /** What waits before it means nothing any more. */
        EMPTIES_QUEUE
    }

    @Override
    public @Nullable String coalesceKey() {
        return whileBehind == WhileBehind.WAITS ? null : type;
    }
}
