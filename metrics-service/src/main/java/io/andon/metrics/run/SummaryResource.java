package io.andon.metrics.run;

import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.kit.tenant.TenantTransactions;
import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The figures of the latest run in a few numbers each, for tiles. */
@Path("/metrics/summary")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
class SummaryResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final RunQuery runs;
    private final List<Metric> metrics;

    SummaryResource(TenantContext caller, TenantTransactions transactions, RunQuery runs, @All List<Metric> metrics) {
        this.caller = caller;
        this.transactions = transactions;
        this.runs = runs;
        this.metrics = List.copyOf(metrics);
    }

    @GET
    @Operation(
            summary = "All metrics in a few numbers",
            description = "Items and values by class, state and age bucket, and the turns of everything together.")
    public Summary summary() {
        return transactions.call(caller.tenant(), this::summary);
    }

    private Summary summary(TenantTransaction tx) {
        Optional<RunView> last = runs.lastPublished(tx);
        Map<String, Object> summaries = new TreeMap<>();
        metrics.forEach(metric -> metric.summary(tx).ifPresent(summary -> summaries.put(metric.name(), summary)));
        return new Summary(
                last.map(RunView::asOf).orElse(null), last.map(RunView::runId).orElse(null), summaries);
    }

    /**
     * The tiles.
     *
     * @param runId the latest published run; null before there is one
     * @param metrics each metric's summary by its name; a metric without published figures is absent
     */
    record Summary(@Nullable Instant asOf, @Nullable UUID runId, Map<String, Object> metrics) {}
}
