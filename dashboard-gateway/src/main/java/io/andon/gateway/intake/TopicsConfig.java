package io.andon.gateway.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How topics are created, the same keys for every service; the gateway creates those of its dead letters alone. */
@ConfigMapping(prefix = "andon.topics")
public interface TopicsConfig {

    /** Partitions of a topic. */
    @WithDefault("12")
    int partitions();

    /** Copies of each partition. */
    @WithDefault("1")
    short replicationFactor();
}
