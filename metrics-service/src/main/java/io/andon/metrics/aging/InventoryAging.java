package io.andon.metrics.aging;

import io.andon.events.MetricsEvent.InventoryAgingUpdated;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.metrics.run.Metric;
import io.andon.metrics.run.PublishedRuns;
import io.andon.metrics.run.RunPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Ages the stock of every item in each run. */
@ApplicationScoped
class InventoryAging implements Metric {

    static final String NAME = "inventory_aging";

    private final PublishedRuns runs;
    private final ItemLayers layers;
    private final AgingQuery query;

    InventoryAging(PublishedRuns runs, ItemLayers layers, AgingQuery query) {
        this.runs = runs;
        this.layers = layers;
        this.query = query;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String formulaVersion() {
        return AgingFormula.VERSION;
    }

    @Override
    public Computed compute(TenantTransaction tx, RunPlan plan) {
        layers.refresh(tx, plan);
        tx.handle()
                .createUpdate(AgingFormula.COMPUTE)
                .bind("tenant", tx.tenant().value())
                .bind("run", plan.runId())
                .bind("as_of", plan.asOf().atOffset(ZoneOffset.UTC))
                .bind("zone", plan.settings().zone().getId())
                .bindArray("buckets", Integer.class, plan.settings().agingBuckets())
                .execute();
        int items = tx.handle()
                .createQuery(AgingFormula.COUNT_ITEMS)
                .bind("tenant", tx.tenant().value())
                .bind("run", plan.runId())
                .mapTo(Integer.class)
                .one();
        return new Computed(items, new InventoryAgingUpdated(items, plan.runId()));
    }

    @Override
    public Optional<AgingSummary> summary(TenantTransaction tx) {
        return runs.latest(tx, NAME).map(run -> AgingSummary.of(run, query.totals(tx, run.runId())));
    }

    @Override
    public List<AgingRow> rowsOf(TenantTransaction tx, UUID runId, UUID itemId) {
        return query.rowsOf(tx, runId, itemId);
    }

    @Override
    public void forget(TenantTransaction tx, UUID runId) {
        tx.handle()
                .createUpdate("delete from aging_result where tenant_id = :tenant and run_id = :run")
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .execute();
    }
}
