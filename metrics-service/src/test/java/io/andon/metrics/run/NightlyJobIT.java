package io.andon.metrics.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.andon.metrics.SettableClock;
import io.andon.metrics.TestTenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time passes here by the clock that the service was given. Its scheduler is off; the tests are its every minute. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class NightlyJobIT extends MetricsScenario {

    /** Some nights ago: after a time in the future the broker would refuse the events, after a long past delete them. */
    private static final Instant NIGHT =
            LocalDate.now(ZoneOffset.UTC).minusDays(3).atTime(2, 0).toInstant(ZoneOffset.UTC);

    @Inject
    NightlyJob job;

    @Inject
    SettableClock clock;

    @BeforeEach
    void theTenantAppearsAnHourBeforeTheNightsRun() {
        clock.set(NIGHT.minus(Duration.ofHours(1)));
        tenant.item("SKU", "1");
        topics.awaitApplied();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void runsEveryTenantOnceANightAsOfTheScheduledInstant() {
        TestTenant other = anotherTenant();
        other.item("SKU", "1");
        topics.awaitApplied();

        at(NIGHT.minusSeconds(1));
        assertThat(runs(tenant)).isEmpty();

        at(NIGHT);
        at(NIGHT.plusSeconds(60));
        assertThat(runs(tenant)).singleElement().satisfies(NightlyJobIT::isTheNightsRun);
        assertThat(runs(other)).singleElement().satisfies(NightlyJobIT::isTheNightsRun);

        at(NIGHT.plus(Duration.ofDays(1)).minusSeconds(1));
        assertThat(runs(tenant)).hasSize(1);
        at(NIGHT.plus(Duration.ofDays(1)));
        assertThat(runs(tenant)).hasSize(2);
    }

    @Test
    void runsOnceThoughTwoReplicasTry() throws Exception {
        clock.set(NIGHT);
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> minute = () -> {
                job.runWhatIsDue();
                return null;
            };
            for (Future<Void> done : replicas.invokeAll(List.of(minute, minute))) {
                done.get();
            }
        } finally {
            replicas.shutdownNow();
        }

        assertThat(runs(tenant)).singleElement().satisfies(NightlyJobIT::isTheNightsRun);
        assertThat(new MetricsEvents(topics, tenant).await(4)).hasSize(4);
    }

    @Test
    void oneTenantsFailureDoesNotStopTheOthers() throws Exception {
        tenant.settings("UTC", "80", "95");
        TestTenant later = anotherTenant();
        later.item("SKU", "1");
        topics.awaitApplied();
        sql("update tenant_settings set zone = 'Nowhere/Land' where tenant_id = ?", tenant.id.value());

        at(NIGHT);

        assertThat(runs(tenant)).singleElement().satisfies(run -> assertThat(run)
                .containsEntry("status", "failed")
                .containsEntry("failure", "COMPUTATION_FAILED"));
        assertThat(runs(later)).singleElement().satisfies(NightlyJobIT::isTheNightsRun);
    }

    @Test
    void waitsForARunInProgressAndThenRunsAsOfTheScheduledInstant() throws Exception {
        UUID manual = UUID.randomUUID();
        sql(
                """
                insert into metrics_run
                    (tenant_id, run_id, status, trigger, as_of, parameters, started_at, lease_until)
                values (?, ?, 'running', 'manual', now(), '{"abcWindowDays": 90}', now(), now())
                """,
                tenant.id.value(),
                manual);

        at(NIGHT);
        assertThat(runs(tenant)).hasSize(1);

        sql("update metrics_run set status = 'failed', failure = 'X', finished_at = now() where run_id = ?", manual);
        at(NIGHT.plus(Duration.ofMinutes(7)));

        assertThat(runs(tenant)).hasSize(2).first().satisfies(NightlyJobIT::isTheNightsRun);
    }

    @Test
    void usesTheTenantsThresholds() {
        tenant.settings("UTC", 10, 20, List.of(30, 60, 90));
        topics.awaitApplied();

        at(NIGHT);

        assertThat(runs(tenant)).singleElement().satisfies(run -> assertThat(run.get("parameters"))
                .isEqualTo(Map.of(
                        "abcWindowDays", 90, "slowThresholdDays", 10, "deadThresholdDays", 20, "turnsWindowDays", 90)));
    }

    @Test
    void catchesUpOnANightThatTheServiceWasDown() {
        at(NIGHT.plus(Duration.ofHours(7)));

        assertThat(runs(tenant)).singleElement().satisfies(NightlyJobIT::isTheNightsRun);
    }

    private void at(Instant instant) {
        clock.set(instant);
        job.runWhatIsDue();
    }

    private static List<Map<String, Object>> runs(TestTenant tenant) {
        return tenant.get("/metrics/runs").jsonPath().getList("data");
    }

    private static void isTheNightsRun(Map<String, Object> run) {
        assertThat(run)
                .containsEntry("status", "published")
                .containsEntry("trigger", "nightly")
                .containsEntry("asOf", NIGHT.toString())
                .containsEntry(
                        "parameters",
                        Map.of(
                                "abcWindowDays", 90,
                                "slowThresholdDays", 90,
                                "deadThresholdDays", 180,
                                "turnsWindowDays", 90));
    }
}
