package io.andon.metrics.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.andon.metrics.SettableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other replicas do about a run whose process has died, minute by minute; {@link KilledReplicaIT} kills one. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AbandonedRunsIT extends MetricsScenario {

    private static final Instant NIGHT =
            LocalDate.now(ZoneOffset.UTC).minusDays(3).atTime(2, 0).toInstant(ZoneOffset.UTC);

    @Inject
    AbandonedRuns abandoned;

    @Inject
    NightlyJob job;

    @Inject
    SettableClock clock;

    @BeforeEach
    void theTenantAppearsAnHourBeforeTheNightsRun() {
        clock.set(NIGHT.minus(Duration.ofHours(1)));
        tenant.item("SKU", "1");
        topics.awaitApplied();
        clock.set(NIGHT);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void endsARunThoughNobodyAsksForAnother() throws SQLException {
        UUID run = diesWith("manual", null, NIGHT.minusSeconds(1));

        abandoned.end();

        assertThat(tenant.get("/metrics/runs/" + run).jsonPath().getString("status"))
                .isEqualTo("failed");
        assertThat(tenant.get("/metrics/runs/" + run).jsonPath().getString("failure"))
                .isEqualTo("LEASE_EXPIRED");
    }

    @Test
    void leavesARunAloneWhoseLeaseHolds() throws SQLException {
        diesWith("manual", null, NIGHT.plusSeconds(1));

        abandoned.end();
        assertThat(statuses()).containsExactly("running");

        clock.set(NIGHT.plusSeconds(2));
        abandoned.end();
        assertThat(statuses()).containsExactly("failed");
    }

    @Test
    void beginsANightsRunAgain() throws SQLException {
        diesWith("nightly", NIGHT, NIGHT.minusSeconds(1));

        minute();
        minute();

        assertThat(statuses()).containsExactly("published", "failed");
        assertThat(tenant.get("/metrics/runs").jsonPath().getString("data[0].asOf"))
                .isEqualTo(NIGHT.toString());
    }

    @Test
    void givesANightUpThatKillsWhoeverRunsIt() throws SQLException {
        for (int attempt = 0; attempt < 3; attempt++) {
            diesWith("nightly", NIGHT, NIGHT.minusSeconds(1));
            abandoned.end();
        }

        minute();

        assertThat(statuses()).containsExactly("failed", "failed", "failed");
    }

    private void minute() {
        abandoned.end();
        job.runWhatIsDue();
    }

    /** What a process leaves that is killed while it runs. */
    private UUID diesWith(String trigger, Instant night, Instant leaseUntil) throws SQLException {
        UUID run = UUID.randomUUID();
        sql(
                """
                insert into metrics_run
                    (tenant_id, run_id, status, trigger, as_of, scheduled_for, parameters, started_at, lease_until)
                values (?, ?, 'running', ?, now(), ?, '{"abcWindowDays": 90}', now(), ?)
                """,
                tenant.id.value(),
                run,
                trigger,
                night == null ? null : night.atOffset(ZoneOffset.UTC),
                leaseUntil.atOffset(ZoneOffset.UTC));
        sql(
                "update tenant set run_in_progress = true, nightly_at = ? where tenant_id = ?",
                night == null ? null : night.atOffset(ZoneOffset.UTC),
                tenant.id.value());
        return run;
    }

    private List<String> statuses() {
        return tenant.get("/metrics/runs").jsonPath().getList("data.status");
    }
}
