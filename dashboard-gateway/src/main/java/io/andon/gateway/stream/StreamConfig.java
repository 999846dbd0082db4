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

    /** Streams that one person may have open; bounds what a runaway script can cost, no human comes near it. */
    @WithDefault("5000")
    int maxPerUser();

    /** Streams that one tenant may have open. */
    @WithDefault("20000")
    int maxPerTenant();

    /** How long open streams get to end when the gateway stops. */
    @WithDefault("3s")
    Duration drainTimeout();
}
