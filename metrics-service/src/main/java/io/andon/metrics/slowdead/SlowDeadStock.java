package io.andon.metrics.slowdead;

import io.andon.events.MetricsEvent.SlowDeadStockUpdated;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.metrics.days.ItemStates;
import io.andon.metrics.run.Metric;
import io.andon.metrics.run.PublishedRun;
import io.andon.metrics.run.PublishedRuns;
import io.andon.metrics.run.RunParameters;
import io.andon.metrics.run.RunPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges the stock of every item in each run. */
@ApplicationScoped
class SlowDeadStock implements Metric {

    static final String NAME = "slow_dead_stock";

    private final PublishedRuns runs;
    private final ItemStates states;
    private final SlowDeadQuery query;

    SlowDeadStock(PublishedRuns runs, ItemStates states, SlowDeadQuery query) {
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
        return SlowDeadFormula.VERSION;
    }

    @Override
    public Computed compute(TenantTransaction tx, RunPlan plan) {
        RunParameters parameters = plan.parameters();
        Optional<UUID> shown = runs.latest(tx, NAME).map(PublishedRun::runId);
        states.know(tx, plan.asOf());
        int items = tx.handle()
                .createUpdate(SlowDeadFormula.COMPUTE)
                .bind("tenant", tx.tenant().value())
                .bind("run", plan.runId())
                .bind("as_of", plan.asOf().atOffset(ZoneOffset.UTC))
                .bind("zone", plan.settings().zone().getId())
                .bind("slow_days", parameters.slowThresholdDays())
                .bind("dead_days", parameters.deadThresholdDays())
                .execute();
        int updated = countUpdated(tx, plan.runId(), shown.orElse(null));
        return new Computed(
                items,
                new SlowDeadStockUpdated(
                        updated, parameters.slowThresholdDays(), parameters.deadThresholdDays(), plan.runId()));
    }

    @Override
    public Optional<SlowDeadSummary> summary(TenantTransaction tx) {
        return runs.latest(tx, NAME).map(run -> SlowDeadSummary.of(run, query.totals(tx, run.runId())));
    }

    @Override
    public List<SlowDeadRow> rowsOf(TenantTransaction tx, UUID runId, UUID itemId) {
        return query.rowsOf(tx, runId, itemId);
    }

    @Override
    public void forget(TenantTransaction tx, UUID runId) {
        tx.handle()
                .createUpdate("delete from slow_dead_result where tenant_id = :tenant and run_id = :run")
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .execute();
    }

    private static int countUpdated(TenantTransaction tx, UUID runId, @Nullable UUID shownRun) {
        return tx.handle()
                .createQuery(SlowDeadFormula.COUNT_UPDATED)
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .bind("shown_run", shownRun)
                .mapTo(Integer.class)
                .one();
    }
}
