package io.andon.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the services are and how long they may take. */
@ConfigMapping(prefix = "andon.proxy")
public interface ProxyConfig {

    /** The address of workorder-service. */
    @WithDefault("http://localhost:8081")
    URI workorderUrl();

    /** The address of metrics-service. */
    @WithDefault("http://localhost:8082")
    URI metricsUrl();

    /** How long a connection to a service may take to open, or to become free. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long the body of a request may take to come in. */
    @WithDefault("60s")
    Duration uploadTimeout();

    /** How long a service may be silent once it has the whole request. */
    @WithDefault("30s")
    Duration responseTimeout();

    /** Connections kept open to each service, per gateway; more requests than that at once wait. */
    @WithDefault("50")
    int maxConnections();

    /** Requests that may wait for a connection. */
    @WithDefault("500")
    int maxWaiting();

    /** The largest body that is passed on. */
    @WithDefault("8M")
    MemorySize maxBody();
}
