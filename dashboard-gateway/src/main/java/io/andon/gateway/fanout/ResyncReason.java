package io.andon.gateway.fanout;

import java.util.Locale;

/** Why a client is told to ask for everything again. */
public enum ResyncReason {
    /** The position given is not one. */
    POSITION_MALFORMED,
    /** The position given names a partition that is not the tenant's. */
    POSITION_FOREIGN,
    /** The position given is beyond everything that the gateway has read, and stayed so for a while. */
    POSITION_AHEAD,
    /** What comes after the position given is no longer kept, in Kafka either. */
    POSITION_TOO_OLD,
    /** What happened since the time given is not certainly kept any more, in Kafka either. */
    TIME_TOO_OLD,
    /** More records lie between the position given and the present than are read back for one client. */
    TOO_MUCH_MISSED,
    /** Too many clients ask for the past at the same time. */
    RECOVERY_BUSY,
    /** Kafka could not be read, or not in time. */
    RECOVERY_FAILED,
    /** The client read too slowly, and what was held for it has been dropped. */
    SLOW_CLIENT,
    /** A topic began anew, since the position was given or just now, or has lost records that the gateway had not read. */
    TOPIC_RESET;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
