package io.andon.gateway.stream;

import java.util.Locale;

/** Why no stream can be opened now. */
enum RefusalReason {
    /** The gateway has just started and is still reading. */
    STARTING,
    /** The gateway is about to stop. */
    SHUTDOWN,
    /** Tokens cannot be verified now. */
    ISSUER_UNAVAILABLE,
    /** This process has as many streams as it can have. */
    TOO_MANY_STREAMS,
    TOO_MANY_STREAMS_OF_TENANT,
    TOO_MANY_STREAMS_OF_USER,
    /** Streams of the tenant are opened faster than the gateway allows; the same for a person below. */
    TOO_FAST_FOR_TENANT,
    TOO_FAST_FOR_USER;

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
