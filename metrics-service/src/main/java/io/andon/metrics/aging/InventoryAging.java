package io.andon.metrics.aging;

import io.andon.events.MetricsEvent.InventoryAgingUpdated;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.metrics.run.Metric;
import io.andon.metrics.run.PublishedRuns;
import io.andon.metrics.run.RunPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Ages the stock of every item in each run. */
@ApplicationScoped
class InventoryAging implements Metric {

    static final String NAME = "inventory_aging";

    /** Changes whenever the same ledger would give other figures. */
    private static final String VERSION = "aging-1";

    /** The oldest first, equally old by falling value; the ids make the order the same in every run. */
    private static final Comparator<AgedStock> IN_ORDER = Comparator.comparing(AgedStock::oldestAgeDays)
            .thenComparing(AgedStock::value)
            .reversed()
            .thenComparing(AgedStock::itemId)
            .thenComparing(AgedStock::locationId)
            .thenComparing(stock -> stock.lotCode() == null ? "" : stock.lotCode());

    private final PublishedRuns runs;
    private final ItemHistories histories;
    private final AgingTable table;
    private final AgingQuery query;

    InventoryAging(PublishedRuns runs, ItemHistories histories, AgingTable table, AgingQuery query) {
        this.runs = runs;
        this.histories = histories;
        this.table = table;
        this.query = query;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String formulaVersion() {
        return VERSION;
    }

    @Override
    public Computed compute(TenantTransaction tx, RunPlan plan) {
        AgeScale scale = new AgeScale(
                plan.asOf(), plan.settings().zone(), plan.settings().agingBuckets());
        List<AgedStock> stock = new ArrayList<>();
        histories.fold(
                tx, plan.asOf(), (item, fifo) -> bins(fifo).forEach(layers -> stock.add(scale.weigh(item, layers))));
        stock.sort(IN_ORDER);
        table.store(tx, plan.runId(), stock);
        int items = (int) stock.stream().map(AgedStock::itemId).distinct().count();
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

    /** The layers of each lot at each location. */
    private static Iterable<List<Layer>> bins(Fifo fifo) {
        record Bin(UUID locationId, String lotCode) {}
        Map<Bin, List<Layer>> bins = fifo.layers()
                .collect(Collectors.groupingBy(
                        layer -> new Bin(layer.locationId(), layer.lotCode() == null ? "" : layer.lotCode())));
        return bins.values();
    }
}
