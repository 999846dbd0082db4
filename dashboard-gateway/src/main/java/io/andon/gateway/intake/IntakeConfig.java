package io.andon.gateway.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway reads the topics. */
@ConfigMapping(prefix = "andon.intake")
public interface IntakeConfig {

    /** How far back the topics are read at start, so that clients of a gateway that was restarted can resume. */
    @WithDefault("5m")
    Duration replayWindow();

    /** How often the cluster is asked for new topics and partitions, and whether it is there at all. */
    @WithDefault("2s")
    Duration checkInterval();

    /** How long the cluster may take to answer; it counts as away when it has not done so twice in a row. */
    @WithDefault("5s")
    Duration checkTimeout();

    /** The largest record, key and headers included, that is shown to clients; a larger one is set aside. */
    @WithDefault("256K")
    MemorySize maxRecordSize();
}
