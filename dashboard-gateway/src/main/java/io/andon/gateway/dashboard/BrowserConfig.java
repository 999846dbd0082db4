package io.andon.gateway.dashboard;

import io.andon.gateway.Instance;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which issuer a browser signs in at, and which gateway it has in front of it. */
@Singleton
final class BrowserConfig {

    private final URI issuer;
    private final String clientId;
    private final Instance instance;

    @Inject
    BrowserConfig(
            DashboardConfig config,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String authServerUrl,
            Instance instance) {
        this.issuer = URI.create(config.issuer().orElse(authServerUrl));
        this.clientId = config.clientId();
        this.instance = instance;
    }

    JsonObject document() {
        return new JsonObject()
                .put("issuer", issuer.toString())
                .put("clientId", clientId)
                .put("build", instance.build())
                .put("instance", instance.name());
    }

    /** Scheme, host and port of the issuer, as a content security policy names it. */
    String issuerOrigin() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
