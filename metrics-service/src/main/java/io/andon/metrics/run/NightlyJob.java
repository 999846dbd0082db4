package io.andon.metrics.run;

import io.andon.events.TenantId;
import io.andon.metrics.tenant.Tenants;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * Runs every tenant's metrics as of 02:00 UTC, once, however many replicas there are: the database lets one of them begin
 * a tenant's run of an instant.
 *
 * <p>It does not wait for 02:00 but looks when the service starts, and every few seconds from then on, which tenants still
 * lack the run of the last 02:00. So a tenant whose run was triggered by hand at that minute, or a service that was down,
 * gets the night's run a little later, with the same result. A tenant that did not exist at 02:00 waits for the next night.
 */
@ApplicationScoped
class NightlyJob {

    static final String SCHEDULE = "02:00 UTC daily";

    private static final LocalTime AT = LocalTime.of(2, 0);
    private static final Logger LOG = Logger.getLogger(NightlyJob.class);

    private final Tenants tenants;
    private final NightlyRuns runs;
    private final Runner runner;
    private final Computations computations;
    private final Clock clock;

    NightlyJob(Tenants tenants, NightlyRuns runs, Runner runner, Computations computations, Clock clock) {
        this.tenants = tenants;
        this.runs = runs;
        this.runner = runner;
        this.computations = computations;
        this.clock = clock;
    }

    @Scheduled(
            identity = "nightly-metrics",
            every = "{andon.run.check-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void runWhatIsDue() {
        Instant scheduled = lastScheduledInstant();
        for (TenantId tenant : tenants.awaitingNightlyRun(scheduled)) {
            if (!computations.enter()) {
                return;
            }
            try {
                runs.begin(tenant, scheduled).ifPresent(runner::carryOut);
            } catch (RuntimeException failed) {
                // The other tenants' figures do not depend on this one; the next look tries again.
                LOG.errorf(failed, "nightly run not begun tenantId=%s", tenant);
            } finally {
                computations.leave();
            }
        }
    }

    private Instant lastScheduledInstant() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        OffsetDateTime today = now.with(AT);
        return (now.isBefore(today) ? today.minusDays(1) : today).toInstant();
    }
}
