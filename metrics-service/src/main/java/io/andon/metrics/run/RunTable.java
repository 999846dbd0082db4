package io.andon.metrics.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.metrics.tenant.TenantSettings;
import io.andon.metrics.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The life of a run in the database: begun, renewed, published. Those that are not {@link RunEndings} ends. */
@ApplicationScoped
class RunTable {

    private final ObjectMapper json;
    private final RunConfig config;
    private final RunEndings endings;
    private final Tenants tenants;

    RunTable(ObjectMapper json, RunConfig config, RunEndings endings, Tenants tenants) {
        this.json = json;
        this.config = config;
        this.endings = endings;
        this.tenants = tenants;
    }

    /**
     * Begins a run, unless the tenant has one running or the scheduled instant has had its run. One whose lease has run
     * out is marked failed first: its process cannot publish it any more.
     */
    Optional<UUID> begin(
            TenantTransaction tx,
            Trigger trigger,
            Instant asOf,
            @Nullable Instant scheduledFor,
            RunParameters parameters) {
        endings.failExpired(tx);
        UUID runId = Ids.next();
        int begun = tx.handle()
                .createUpdate(
                        """
                        insert into metrics_run
                            (tenant_id, run_id, status, trigger, as_of, scheduled_for, parameters, started_at,
                             lease_until)
                        values (:tenant, :run, 'running', :trigger, :as_of, :scheduled_for, cast(:parameters as jsonb),
                             :now, :lease_until)
                        on conflict do nothing
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .bind("trigger", trigger.code())
                .bind("as_of", utc(asOf))
                .bind("scheduled_for", scheduledFor == null ? null : utc(scheduledFor))
                .bind("parameters", write(parameters))
                .bind("now", utc(tx.now()))
                .bind("lease_until", utc(tx.now().plus(config.lease())))
                .execute();
        if (begun == 0) {
            return Optional.empty();
        }
        tenants.runInProgress(tx, true);
        return Optional.of(runId);
    }

    void renewLease(TenantTransaction tx, UUID runId) {
        tx.handle()
                .createUpdate(
                        """
                        update metrics_run
                        set lease_until = :lease_until
                        where tenant_id = :tenant and run_id = :run and status = 'running'
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .bind("lease_until", utc(tx.now().plus(config.lease())))
                .execute();
    }

    void addMetric(TenantTransaction tx, UUID runId, int position, Metric metric, int items, long durationMs) {
        tx.handle()
                .createUpdate(
                        """
                        insert into metrics_run_metric
                            (tenant_id, run_id, position, metric, formula_version, items, duration_ms)
                        values (:tenant, :run, :position, :metric, :formula_version, :items, :duration_ms)
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .bind("position", position)
                .bind("metric", metric.name())
                .bind("formula_version", metric.formulaVersion())
                .bind("items", items)
                .bind("duration_ms", durationMs)
                .execute();
    }

    /**
     * Makes the run's results visible, and with them the settings that they were computed with. Only now, and not while it
     * computes: the renewals of its lease would wait for that transaction.
     *
     * @return false if it has been ended meanwhile, because its lease ran out
     */
    boolean publish(TenantTransaction tx, RunPlan plan) {
        TenantSettings settings = plan.settings();
        int published = tx.handle()
                .createUpdate(
                        """
                        update metrics_run
                        set status = 'published', finished_at = :now, zone = :zone, currency = :currency,
                            abc_a_percent = :a, abc_b_percent = :b, aging_buckets = :buckets
                        where tenant_id = :tenant and run_id = :run and status = 'running'
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("run", plan.runId())
                .bind("now", utc(tx.now()))
                .bind("zone", settings.zone().getId())
                .bind("currency", settings.currency())
                .bind("a", settings.abcAPercent())
                .bind("b", settings.abcBPercent())
                .bindArray("buckets", Integer.class, settings.agingBuckets())
                .execute();
        if (published == 1) {
            tenants.runInProgress(tx, false);
        }
        return published == 1;
    }

    private String write(RunParameters parameters) {
        try {
            return json.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
