package io.andon.metrics.abc;

import io.andon.events.MetricsEvent.AbcClassificationUpdated;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.metrics.days.ItemStates;
import io.andon.metrics.run.Metric;
import io.andon.metrics.run.MetricWindow;
import io.andon.metrics.run.PublishedRun;
import io.andon.metrics.run.PublishedRuns;
import io.andon.metrics.run.RunPlan;
import io.andon.metrics.run.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Classifies every active item in each run. */
@ApplicationScoped
class AbcClassification implements Metric {

    static final String NAME = "abc_classification";

    private final PublishedRuns runs;
    private final ItemStates states;
    private final AbcQuery query;

    AbcClassification(PublishedRuns runs, ItemStates states, AbcQuery query) {
        this.runs = runs;
        this.states = states;
        this.query = query;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String formulaVersion() {
        return AbcFormula.VERSION;
    }

    @Override
    public Computed compute(TenantTransaction tx, RunPlan plan) {
        int windowDays = plan.parameters().abcWindowDays();
        Optional<UUID> shown =
                runs.latest(tx, NAME, MetricWindow.ABC, windowDays).map(PublishedRun::runId);
        int items = classify(tx, plan, windowDays);
        int updated = countUpdated(tx, plan.runId(), shown.orElse(null));
        return new Computed(items, new AbcClassificationUpdated(updated, windowDays, plan.runId()));
    }

    @Override
    public Optional<AbcSummary> summary(TenantTransaction tx) {
        return runs.latest(tx, NAME).map(run -> AbcSummary.of(run, query.totals(tx, run.runId())));
    }

    @Override
    public List<AbcRow> rowsOf(TenantTransaction tx, UUID runId, UUID itemId) {
        return query.rowsOf(tx, runId, itemId);
    }

    @Override
    public void forget(TenantTransaction tx, UUID runId) {
        tx.handle()
                .createUpdate("delete from abc_result where tenant_id = :tenant and run_id = :run")
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .execute();
    }

    private int classify(TenantTransaction tx, RunPlan plan, int windowDays) {
        Window window = plan.window(windowDays);
        states.know(tx, window.start(), window.end());
        @Nullable
        UUID before = runs.before(tx, NAME, MetricWindow.ABC, windowDays, plan.asOf())
                .map(PublishedRun::runId)
                .orElse(null);
        tx.handle()
                .createUpdate(AbcFormula.COLLECT_PREVIOUS)
                .bind("tenant", tx.tenant().value())
                .bind("previous_run", before)
                .execute();
        tx.handle().execute(AbcFormula.COUNT_PREVIOUS);
        return tx.handle()
                .createUpdate(AbcFormula.CLASSIFY)
                .bind("tenant", tx.tenant().value())
                .bind("run", plan.runId())
                .bind("window_start", window.start().atOffset(ZoneOffset.UTC))
                .bind("window_end", window.end().atOffset(ZoneOffset.UTC))
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
}
