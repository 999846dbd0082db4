package io.andon.metrics.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.MovementType;
import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.andon.metrics.SettableClock;
import io.andon.metrics.TestTenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RetentionIT extends MetricsScenario {

    private static final List<String> TABLES = List.of(
            "metrics_run", "metrics_run_metric", "abc_result", "slow_dead_result", "turns_result", "aging_result");

    @Inject
    RunRetention retention;

    @Inject
    RunConfig config;

    @Inject
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void forgetsRunsThatEndedLongAgoWithAllTheirFigures() throws SQLException {
        UUID item = tenant.item("SKU", "1");
        tenant.move(MovementType.RECEIPT, "2026-05-01T00:00:00Z", item, "9", null);
        UUID old = runOf(tenant, config.keepFor().plusHours(1));
        UUID young = runOf(tenant, config.keepFor().minusHours(1));
        UUID last = runOf(tenant, Duration.ZERO);
        for (String table : TABLES) {
            assertThat(rows(table, old)).as(table).isNotEqualTo("0");
        }

        retention.forgetOldRuns();

        for (String table : TABLES) {
            assertThat(rows(table, old)).as(table).isEqualTo("0");
            assertThat(rows(table, young)).as(table).isNotEqualTo("0");
        }
        assertThat(runs(tenant)).containsExactly(last.toString(), young.toString());
        assertThat(tenant.get("/metrics/abc-classification?runId=" + old).statusCode())
                .isEqualTo(404);
    }

    @Test
    void keepsWhatIsShownHoweverOldItIs() {
        tenant.item("SKU", "1");
        UUID first = runOf(tenant, config.keepFor().plusDays(2));
        UUID shown = runOf(tenant, config.keepFor().plusDays(1));

        retention.forgetOldRuns();

        assertThat(runs(tenant)).containsExactly(shown.toString()).doesNotContain(first.toString());
        assertThat(tenant.classification("").getString("runId")).isEqualTo(shown.toString());
    }

    @Test
    void keepsNoMoreRunsThanItIsTold() throws SQLException {
        UUID shown = runOf(tenant, Duration.ZERO);
        sql(
                """
                insert into metrics_run
                    (tenant_id, run_id, status, trigger, as_of, parameters, started_at, lease_until, finished_at,
                     failure)
                select ?, gen_random_uuid(), 'failed', 'manual', now(), '{}', now(), now(), now(), 'SHUT_DOWN'
                from generate_series(1, ?)
                """,
                tenant.id.value(),
                config.keepRuns() + 25);

        retention.forgetOldRuns();

        assertThat(select("select count(*) from metrics_run where tenant_id = ?", tenant.id.value()))
                .isEqualTo(Integer.toString(config.keepRuns() + 1));
        assertThat(tenant.classification("").getString("runId")).isEqualTo(shown.toString());
    }

    private UUID runOf(TestTenant tenant, Duration ago) {
        topics.awaitApplied();
        clock.set(Instant.now().minus(ago));
        UUID run = tenant.run("{\"asOf\":\"2026-06-01T00:00:00Z\"}");
        clock.reset();
        return run;
    }

    private String rows(String table, UUID run) throws SQLException {
        return select("select count(*) from " + table + " where run_id = ?", run);
    }

    private static List<String> runs(TestTenant tenant) {
        return tenant.get("/metrics/runs").jsonPath().getList("data.runId");
    }
}
