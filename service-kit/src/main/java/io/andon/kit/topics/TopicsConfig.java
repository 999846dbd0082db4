package io.andon.kit.topics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What a topic gets when it is created. */
@ConfigMapping(prefix = "andon.topics")
public interface TopicsConfig {

    /** Partitions, 1 to 1,000. Tenants are spread over them; one tenant is always on one. */
    @WithDefault("12")
    @Min(1)
    @Max(1_000)
    int partitions();

    /** Copies of each partition, at most one per broker. */
    @WithDefault("1")
    @Min(1)
    @Max(9)
    short replicationFactor();
}
