package io.andon.gateway.recovery;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is read back from Kafka for clients whose position is older than the window. */
@ConfigMapping(prefix = "andon.recovery")
public interface RecoveryConfig {

    /** Threads that read, each with a consumer of its own. */
    @WithDefault("4")
    int readers();

    /** Clients that are read for in turns; for each of them a chunk of 128 KiB may be held. */
    @WithDefault("64")
    int maxConcurrent();

    /** Clients that wait for their turn; past it, a client is told to resync. */
    @WithDefault("2000")
    int maxWaiting();

    /** Records, also of other tenants on the partition, that are read for one client; past it, it is told to resync. */
    @WithDefault("100000")
    int maxRecords();

    /** Bytes, of records of other tenants too, that are read for one client; past it, it is told to resync. */
    @WithDefault("64M")
    MemorySize maxBytes();

    /**
     * How long all of it may take for one client, waiting included; past it, the client is told to resync. A dashboard asks
     * again when it has heard nothing for 45 s, so more than 40 s do not help it.
     */
    @WithDefault("30s")
    Duration timeout();

    /** How long this instance may take to catch up with another one from which a client has come. */
    @WithDefault("1s")
    Duration catchUp();

    /** A client that does not take a chunk within this time is cut off; it comes back and goes on where it was. */
    @WithDefault("10s")
    Duration maxStall();
}
