package io.andon.metrics.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

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
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration lease();

    /** How often to look for nights that are due and for runs whose process has died, 1 s to 5 min. */
    @WithDefault("PT15S")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 5)
    Duration checkInterval();

    /** How long after its end a run and its figures are kept, from 1 day; the run that was published last always is. */
    @WithDefault("P35D")
    @DurationMin(days = 1)
    Duration keepFor();

    /** The most runs of a tenant that are kept, 1 to 100,000. */
    @WithDefault("100")
    @Min(1)
    @Max(100_000)
    int keepRuns();
}
