package io.andon.metrics.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How records are read and applied. */
@ConfigMapping(prefix = "andon.intake")
interface IntakeConfig {

    /** Records of one poll, and so of one transaction per tenant, 1 to 10,000. */
    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int batchSize();

    /** How long to rest after Kafka or the database has failed. */
    @WithDefault("PT1S")
    Duration retryPause();

    /** How soon topics and partitions that appear later are noticed. */
    @WithDefault("PT5S")
    Duration topicRefresh();

    /** The largest dead letter, in bytes; beyond it the record's value is left out. */
    @WithDefault("900000")
    @Min(10_000)
    int deadLetterBytes();

    /**
     * How long the ids of events are kept that tell an item or a location, from 1 day. A later second delivery is told
     * by what the event says.
     */
    @WithDefault("P30D")
    @DurationMin(days = 1)
    Duration keepApplied();
}
