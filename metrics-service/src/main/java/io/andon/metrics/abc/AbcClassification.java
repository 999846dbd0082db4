package io.andon.metrics.abc;

import io.andon.events.MetricsEvent.AbcClassificationUpdated;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.metrics.run.Metric;
import io.andon.metrics.run.RunPlan;
import io.andon.metrics.run.Window;
import io.andon.metrics.tenant.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Classifies every active item in each run. */
@ApplicationScoped
class AbcClassification implements Metric {

    private final AbcQuery query;

    AbcClassification(AbcQuery query) {
        this.query = query;
    }

    @Override
    public String name() {
        return "abc_classification";
    }

    @Override
    public Computed compute(TenantTransaction tx, RunPlan plan) {
        int windowDays = plan.parameters().abcWindowDays();
        Window window = plan.window(windowDays);
        Optional<UUID> shown = query.latest(tx, windowDays).map(AbcRun::runId);
        describe(tx, plan, window);
        int items = classify(tx, plan, window);
        int updated = countUpdated(tx, plan.runId(), shown.orElse(null));
        return new Computed(items, new AbcClassificationUpdated(updated, windowDays, plan.runId()));
    }

    @Override
    public Optional<AbcSummary> summary(TenantTransaction tx) {
        return query.latest(tx, null).map(run -> AbcSummary.of(run, query.totals(tx, run.runId())));
    }

    private static void describe(TenantTransaction tx, RunPlan plan, Window window) {
        TenantSettings settings = plan.settings();
        tx.handle()
                .createUpdate(
                        """
                        insert into abc_run
                            (tenant_id, run_id, window_days, window_start, window_end, a_percent, b_percent, currency,
                             formula_version)
                        values (:tenant, :run, :window_days, :window_start, :window_end, :a_percent, :b_percent,
                             :currency, :formula_version)
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("run", plan.runId())
                .bind("window_days", plan.parameters().abcWindowDays())
                .bind("window_start", utc(window.start()))
                .bind("window_end", utc(window.end()))
                .bind("a_percent", settings.abcAPercent())
                .bind("b_percent", settings.abcBPercent())
                .bind("currency", settings.currency())
                .bind("formula_version", AbcFormula.VERSION)
                .execute();
    }

    private int classify(TenantTransaction tx, RunPlan plan, Window window) {
        @Nullable
        UUID before =
                query.before(tx, plan.asOf(), plan.parameters().abcWindowDays()).orElse(null);
        return tx.handle()
                .createUpdate(AbcFormula.CLASSIFY)
                .bind("tenant", tx.tenant().value())
                .bind("run", plan.runId())
                .bind("previous_run", before)
                .bind("window_start", utc(window.start()))
                .bind("window_end", utc(window.end()))
                .bind("a_percent", plan.settings().abcAPercent())
                .bind("b_percent", plan.settings().abcBPercent())
                .execute();
    }

    private static int countUpdated(TenantTransaction tx, UUID runId, @Nullable UUID shownRun) {
        return tx.handle()
                .createQuery(AbcFormula.COUNT_UPDATED)
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .bind("shown_run", shownRun)
                .mapTo(Integer.class)
                .one();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
