package io.andon.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the outbox is relayed. */
@ConfigMapping(prefix = "andon.outbox")
public interface OutboxConfig {

    /** The CloudEvents source of this service's events, for instance {@code /workorder-service}. */
    @Pattern(regexp = "/[a-z-]+")
    String source();

    /** Rows sent before their acknowledgements are awaited, 1 to 10,000. */
    @WithDefault("5000")
    @Min(1)
    @Max(10_000)
    int batchSize();

    /**
     * How long the active relay rests when there is nothing to send. A commit in this process wakes it at once; the
     * pause only bounds how long another replica's commit may wait.
     */
    @WithDefault("PT0.2S")
    Duration pollInterval();

    /**
     * How long a relay that shows no sign of life stays the active one, 1 to 60 s. Another replica's relay takes over
     * within this time and {@link #standbyInterval()}.
     */
    @WithDefault("PT3S")
    @DurationMin(seconds = 1)
    @DurationMax(seconds = 60)
    Duration leaseDuration();

    /** How often a relay that is not the active one tries to become it, and how long one waits after a failure. */
    @WithDefault("PT1S")
    Duration standbyInterval();
}
