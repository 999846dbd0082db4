package io.andon.workorder.overview;

import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code GET /production-summary}. */
@Tag(name = "Production")
@Path("/production-summary")
@RolesAllowed("viewer")
public class ProductionSummaryResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final SummaryFigures figures;
    private final FiguresAnswer answer;

    ProductionSummaryResource(
            TenantContext caller, TenantTransactions transactions, SummaryFigures figures, FiguresAnswer answer) {
        this.caller = caller;
        this.transactions = transactions;
        this.figures = figures;
        this.answer = answer;
    }

    @Operation(
            summary = "The KPI tiles",
            description = "Orders by status, today's output, the last seven days' yield, punctuality. Days are the "
                    + "tenant's; units are never added up. The `ETag` changes when the figures do: 304 to an "
                    + "`If-None-Match` that names it.")
    @GET
    public RestResponse<ProductionSummary> get() {
        return answer.of(transactions.call(caller.tenant(), figures::of));
    }
}
