package io.andon.workorder.execution;

import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** What an order needs, and how far it has got. */
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

    @GET
    @Path("/{id}/requirements")
    public Requirements requirements(@PathParam("id") UUID id) {
        return transactions.call(caller.tenant(), tx -> queries.requirements(tx, id));
    }

    @GET
    @Path("/{id}/execution")
    public Execution execution(@PathParam("id") UUID id) {
        return transactions.call(caller.tenant(), tx -> queries.execution(tx, id));
    }
}
