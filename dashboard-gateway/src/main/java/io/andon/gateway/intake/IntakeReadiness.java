package io.andon.gateway.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the windows are filled, and from then on also while Kafka is away: dashboards keep their streams and their
 * figures, and another instance would not have Kafka either.
 */
@Readiness
@Singleton
final class IntakeReadiness implements HealthCheck {

    private final Intake intake;
    private final DegradedState degraded;

    @Inject
    IntakeReadiness(Intake intake, DegradedState degraded) {
        this.intake = intake;
        this.degraded = degraded;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("topic intake")
                .status(intake.isReady())
                .withData("kafka", degraded.isDegraded() ? "unreachable" : "reachable")
                .build();
    }
}
