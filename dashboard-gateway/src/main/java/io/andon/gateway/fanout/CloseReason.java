package io.andon.gateway.fanout;

import java.util.Locale;

/** Why a stream ended. */
public enum CloseReason {
    /** The client left, or the network cut it off. */
    CLIENT_GONE,
    /** The client took nothing for too long: it does not read, or is not there any more. */
    STALLED,
    /** A write to the client failed in a way that should not happen. */
    FAILED,
    /** The token's time is over. */
    TOKEN_EXPIRED,
    /** The client gave its session up. */
    SIGNED_OUT,
    /** The gateway stops. */
    SHUTDOWN;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
