package io.andon.kit.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How callers' tokens are verified. */
@ConfigMapping(prefix = "andon.access")
public interface AccessConfig {

    /**
     * How long a verified token is taken without verifying it again, 0 to 60 s; never past its end. 0 verifies each
     * request's. A signing key that is no longer good goes on for as long with tokens that are kept.
     */
    @WithDefault("PT30S")
    @DurationMin(seconds = 0)
    @DurationMax(seconds = 60)
    Duration verifiedTokensKeptFor();
}
