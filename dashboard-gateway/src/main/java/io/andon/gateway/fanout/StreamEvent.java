package io.andon.gateway.fanout;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** What a stream carries: events of the tenant, and the gateway's own. Immutable, and shared by all who get it. */
public sealed interface StreamEvent permits Frame, ReplayedFrame, SystemFrame {

    /** The whole event, up to the empty line. */
    Buffer bytes();

    /**
     * Among the events that wait for a slow client, a later one takes the place of an earlier one with an equal key. Null
     * if every one of them counts.
     */
    @Nullable
    String coalesceKey();

    default int length() {
        return bytes().length();
    }
}
