package io.andon.gateway.stream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How streams behave and how many there may be. */
@ConfigMapping(prefix = "andon.stream")
public interface StreamConfig {

    /** How often an open stream shows that it lives. */
    @WithDefault("15s")
    Duration heartbeat();

    /** After how long a client should come back; each is told another time, half as much more or less. */
    @WithDefault("2s")
    Duration retry();

    /** What is held at most for a client that does not read; past it, it is dropped and the client must resync. */
    @WithDefault("256K")
    MemorySize maxQueue();

    /** A client that reads nothing for so long is cut off. */
    @WithDefault("60s")
    Duration maxStall();

    /**
     * The system gives a client up that has acknowledged nothing for so long, although there is something to acknowledge:
     * it has vanished. Not shorter than {@code max-stall}.
     */
    @WithDefault("75s")
    Duration maxUnacknowledged();

    /**
     * Streams that one person may have open, and may open at once; bounds what a runaway script can cost, no human comes
     * near it.
     */
    @WithDefault("5000")
    int maxPerUser();

    /** New streams of one person a second, once so many were opened that all of them could be open. */
    @WithDefault("50")
    int maxNewPerUser();

    /** Streams that one tenant may have open, and may open at once: after a crash all of them come back. */
    @WithDefault("20000")
    int maxPerTenant();

    /** New streams of one tenant a second, once so many were opened that all of them could be open. */
    @WithDefault("1000")
    int maxNewPerTenant();

    /** Streams that this process may have; fewer if the system allows it too few descriptors. */
    @WithDefault("1000000")
    int maxStreams();

    /** Streams that are closed a second when the gateway stops, or more if the time would not suffice. */
    @WithDefault("500")
    int drainRate();

    /** How long open streams get to end when the gateway stops; then they are cut off. */
    @WithDefault("20s")
    Duration drainTimeout();
}
