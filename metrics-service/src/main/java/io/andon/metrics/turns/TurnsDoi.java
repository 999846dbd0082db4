package io.andon.metrics.turns;

import io.andon.events.MetricsEvent.TurnsDoiUpdated;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.metrics.days.ItemStates;
import io.andon.metrics.run.Metric;
import io.andon.metrics.run.PublishedRuns;
import io.andon.metrics.run.RunPlan;
import io.andon.metrics.run.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Computes every item's turns in each run. */
@ApplicationScoped
class TurnsDoi implements Metric {

    static final String NAME = "turns_doi";

    private final PublishedRuns runs;
    private final ItemStates states;
    private final TurnsQuery query;

    TurnsDoi(PublishedRuns runs, ItemStates states, TurnsQuery query) {
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
        return TurnsFormula.VERSION;
    }

    @Override
    public Computed compute(TenantTransaction tx, RunPlan plan) {
        int windowDays = plan.parameters().turnsWindowDays();
        Window window = plan.window(windowDays);
        states.know(tx, window.start(), window.end());
        int items = tx.handle()
                .createUpdate(TurnsFormula.COMPUTE)
                .bind("tenant", tx.tenant().value())
                .bind("run", plan.runId())
                .bind("window_start", window.start().atOffset(ZoneOffset.UTC))
                .bind("window_end", window.end().atOffset(ZoneOffset.UTC))
                .bind("days", windowDays)
                .execute();
        return new Computed(items, new TurnsDoiUpdated(items, window.start(), window.end(), plan.runId()));
    }

    @Override
    public Optional<TurnsSummary> summary(TenantTransaction tx) {
        return runs.latest(tx, NAME).map(run -> TurnsSummary.of(run, query.totals(tx, run.runId())));
    }

    @Override
    public List<TurnsRow> rowsOf(TenantTransaction tx, UUID runId, UUID itemId) {
        return query.rowsOf(tx, runId, itemId);
    }

    @Override
    public void forget(TenantTransaction tx, UUID runId) {
        tx.handle()
                .createUpdate("delete from turns_result where tenant_id = :tenant and run_id = :run")
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .execute();
    }
}
