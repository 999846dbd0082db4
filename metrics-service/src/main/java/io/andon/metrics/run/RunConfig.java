package io.andon.metrics.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How runs are carried out. */
@ConfigMapping(prefix = "andon.run")
interface RunConfig {

    /** Runs of different tenants that this instance computes at the same time, 1 to 64. */
    @WithDefault("2")
    @Min(1)
    @Max(64)
    int parallel();

    /** Triggered runs that may wait for their turn, 1 to 10,000. */
    @WithDefault("200")
    @Min(1)
    @Max(10_000)
    int queue();

    /** How long a run stays 'running' after its process has died. It is renewed three times as often. */
    @WithDefault("PT1M")
    Duration lease();
}
