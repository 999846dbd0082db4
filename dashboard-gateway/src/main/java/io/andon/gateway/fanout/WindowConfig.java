package io.andon.gateway.fanout;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of each tenant's past the gateway keeps in memory, for clients that come back. */
@ConfigMapping(prefix = "andon.window")
public interface WindowConfig {

    /** How long an event is kept at most. */
    @WithDefault("5m")
    Duration maxAge();

    /** How many events of one tenant are kept at most. */
    @WithDefault("10000")
    int maxEvents();

    /** How many bytes of one tenant's events are kept at most. */
    @WithDefault("4M")
    MemorySize maxBytes();

    /** How many bytes of all tenants' events are kept at most; past it the oldest go first, whose ever they are. */
    @WithDefault("64M")
    MemorySize totalBytes();
}
