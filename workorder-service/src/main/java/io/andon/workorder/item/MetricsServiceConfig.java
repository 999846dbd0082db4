package io.andon.workorder.item;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where metrics-service is. Nothing but the filter by ABC class needs it. */
@ConfigMapping(prefix = "andon.metrics-service")
interface MetricsServiceConfig {

    @WithDefault("http://localhost:8082")
    URI url();
}
