package io.andon.workorder.issue;

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

/** Looking issues up. */
@Tag(name = "Issues")
@Path("/work-orders/{id}/issues")
@RolesAllowed("viewer")
public class IssueQueries {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final WorkOrders orders;
    private final Issues issues;

    IssueQueries(TenantContext caller, TenantTransactions transactions, WorkOrders orders, Issues issues) {
        this.caller = caller;
        this.transactions = transactions;
        this.orders = orders;
        this.issues = issues;
    }

    @Operation(summary = "List an order's issues", description = "The newest first.")
    @GET
    public Page<Issue> list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        UUID before = Parameter.uuid("cursor", page.after().orElse(null));
        List<Issue> found = transactions.call(
                caller.tenant(), tx -> issues.list(tx, orders.require(tx, id), before, page.limit() + 1));
        return PageRequest.page(found, page.limit(), issue -> issue.id().toString());
    }

    @Operation(summary = "Read an issue")
    @GET
    @Path("/{issueId}")
    public Issue get(@PathParam("id") UUID id, @PathParam("issueId") UUID issueId) {
        return transactions.call(caller.tenant(), tx -> issues.require(tx, orders.require(tx, id), issueId));
    }
}
