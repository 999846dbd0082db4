package io.andon.workorder.completion;

import io.andon.kit.paging.Page;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.workorder.order.WorkOrders;
import io.andon.workorder.request.Parameter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looking completions up. */
@Tag(name = "Completions and batches")
@Path("/work-orders/{id}/completions")
@RolesAllowed("viewer")
public class CompletionQueries {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final WorkOrders orders;
    private final Completions completions;

    CompletionQueries(
            TenantContext caller, TenantTransactions transactions, WorkOrders orders, Completions completions) {
        this.caller = caller;
        this.transactions = transactions;
        this.orders = orders;
        this.completions = completions;
    }

    @Operation(
            summary = "List an order's completions and batches",
            description = "The newest first. A batch has an `issueMovementId` and `consumedLines`.")
    @GET
    public Page<Completion> list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        UUID before = Parameter.uuid("cursor", page.after().orElse(null));
        List<Completion> found = transactions.call(
                caller.tenant(), tx -> completions.list(tx, orders.require(tx, id), before, page.limit() + 1));
        return PageRequest.page(
                found, page.limit(), completion -> completion.id().toString());
    }

    @Operation(summary = "Read a completion or a batch")
    @GET
    @Path("/{completionId}")
    public Completion get(@PathParam("id") UUID id, @PathParam("completionId") UUID completionId) {
        return transactions.call(caller.tenant(), tx -> completions.require(tx, orders.require(tx, id), completionId));
    }
}
