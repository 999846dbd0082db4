package io.andon.gateway.stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A load balancer should send no new client to a gateway that is about to stop. */
@Readiness
@Singleton
final class DrainReadiness implements HealthCheck {

    private final Drain drain;

    @Inject
    DrainReadiness(Drain drain) {
        this.drain = drain;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("accepting streams")
                .status(!drain.isDraining())
                .build();
    }
}
