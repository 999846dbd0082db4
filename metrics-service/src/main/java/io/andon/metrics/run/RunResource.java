package io.andon.metrics.run;

import io.andon.kit.paging.Page;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.problem.InvalidField;
import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Past and present runs, the latest first. */
@Path("/metrics/runs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
class RunResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final RunQuery runs;

    RunResource(TenantContext caller, TenantTransactions transactions, RunQuery runs) {
        this.caller = caller;
        this.transactions = transactions;
        this.runs = runs;
    }

    @GET
    @Operation(summary = "Runs of the metrics job", description = "The latest first.")
    public Page<RunView> list(@Valid @BeanParam PageRequest page) {
        long before = page.after().map(RunResource::number).orElse(Long.MAX_VALUE);
        List<RunQuery.Numbered> rows =
                transactions.call(caller.tenant(), tx -> runs.list(tx, before, page.limit() + 1));
        Page<RunQuery.Numbered> numbered = PageRequest.page(rows, page.limit(), row -> Long.toString(row.number()));
        return new Page<>(numbered.data().stream().map(RunQuery.Numbered::run).toList(), numbered.nextCursor());
    }

    @GET
    @Path("/{runId}")
    @Operation(summary = "One run", description = "Its parameters, how it ended, and how long each metric took.")
    public RunView find(@PathParam("runId") UUID runId) {
        return transactions
                .call(caller.tenant(), tx -> runs.find(tx, runId))
                .orElseThrow(() -> new RunNotFound("There is no run " + runId + "."));
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException malformed) {
            throw new InvalidField("cursor", "is not a cursor of this list");
        }
    }
}
