package io.andon.metrics.item;

import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.metrics.run.Metric;
import io.andon.metrics.run.PublishedRun;
import io.andon.metrics.run.PublishedRuns;
import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All figures of one item. */
@Path("/metrics/items/{itemId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
class ItemResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final PublishedRuns runs;
    private final List<Metric> metrics;

    ItemResource(TenantContext caller, TenantTransactions transactions, PublishedRuns runs, @All List<Metric> metrics) {
        this.caller = caller;
        this.transactions = transactions;
        this.runs = runs;
        this.metrics = List.copyOf(metrics);
    }

    @GET
    @Operation(summary = "All figures of one item", description = "What the latest published run says about the item.")
    public ItemFigures find(@PathParam("itemId") UUID itemId) {
        return transactions.call(caller.tenant(), tx -> figures(tx, itemId));
    }

    private ItemFigures figures(TenantTransaction tx, UUID itemId) {
        Map<String, List<?>> rows = new TreeMap<>();
        Optional<PublishedRun> shown = Optional.empty();
        for (Metric metric : metrics) {
            Optional<PublishedRun> run = runs.latest(tx, metric.name());
            run.ifPresent(found -> rows.put(metric.name(), metric.rowsOf(tx, found.runId(), itemId)));
            shown = shown.or(() -> run);
        }
        Optional<PublishedRun> latest = shown;
        return tx.handle()
                .createQuery("select sku, name from item where tenant_id = :tenant and item_id = :item")
                .bind("tenant", tx.tenant().value())
                .bind("item", itemId)
                .map((rs, context) -> new ItemFigures(
                        itemId,
                        rs.getString("sku"),
                        rs.getString("name"),
                        latest.map(PublishedRun::asOf).orElse(null),
                        latest.map(PublishedRun::runId).orElse(null),
                        rows))
                .findOne()
                .orElseThrow(() -> new ItemNotFound(itemId));
    }
}
