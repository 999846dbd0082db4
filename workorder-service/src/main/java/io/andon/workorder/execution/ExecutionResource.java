package io.andon.workorder.execution;

import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an order needs, and how far it has got. */
@Tag(name = "Work orders")
@Path("/work-orders")
@RolesAllowed("viewer")
public class ExecutionResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final ExecutionQueries queries;

    ExecutionResource(TenantContext caller, TenantTransactions transactions, ExecutionQueries queries) {
        this.caller = caller;
        this.transactions = transactions;
        this.queries = queries;
    }

    @Operation(
            summary = "What an order needs",
            description =
                    "Its bill of materials, exploded one level, against stock. Without a bill there are no " + "lines.")
    @GET
    @Path("/{id}/requirements")
    public Requirements requirements(@PathParam("id") UUID id) {
        return transactions.call(caller.tenant(), tx -> queries.requirements(tx, id));
    }

    @Operation(
            summary = "How far an order has got",
            description =
                    "What it made, scrapped and took, what remains, and how the materials compare with its " + "bill.")
    @GET
    @Path("/{id}/execution")
    public Execution execution(@PathParam("id") UUID id) {
        return transactions.call(caller.tenant(), tx -> queries.execution(tx, id));
    }
}
