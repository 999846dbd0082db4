package io.andon.gateway.dashboard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What a browser is told about this installation. */
@ConfigMapping(prefix = "andon.dashboard")
public interface DashboardConfig {

    /** The issuer's address as the browser reaches it; by default the one that the gateway itself uses. */
    Optional<String> issuer();

    /** The dashboard's client at the issuer. */
    @WithDefault("andon-dashboard")
    String clientId();
}
