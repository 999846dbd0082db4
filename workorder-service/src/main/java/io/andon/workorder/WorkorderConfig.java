package io.andon.workorder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may want otherwise. */
@ConfigMapping(prefix = "andon.workorder")
interface WorkorderConfig {

    /** How long dashboards can catch up from the topic of events, when this service creates it. */
    @WithDefault("P7D")
    Duration eventsRetention();
}
