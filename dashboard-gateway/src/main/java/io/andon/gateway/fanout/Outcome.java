package io.andon.gateway.fanout;

import java.util.Locale;

/** How a stream begins. */
public enum Outcome {
    /** The client asked for nothing that was before. */
    FRESH,
    /** The client gets everything after the position it gave. */
    RESUMED,
    /** The gateway cannot tell what the client has missed. */
    RESYNC;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
