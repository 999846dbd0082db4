package io.andon.workorder.order;

import io.andon.kit.paging.Page;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Looking work orders up. */
@Tag(name = "Work orders")
@Path("/work-orders")
@RolesAllowed("viewer")
public class WorkOrderQueries {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final WorkOrders orders;
    private final WorkOrderList list;
    private final WorkOrderHistory history;

    WorkOrderQueries(
            TenantContext caller,
            TenantTransactions transactions,
            WorkOrders orders,
            WorkOrderList list,
            WorkOrderHistory history) {
        this.caller = caller;
        this.transactions = transactions;
        this.orders = orders;
        this.list = list;
        this.history = history;
    }

    @Operation(summary = "List work orders", description = "The newest first.")
    @GET
    public Page<WorkOrder> list(@BeanParam WorkOrderFilter filter, @BeanParam @Valid PageRequest page) {
        return transactions.call(caller.tenant(), tx -> list.page(tx, filter, page));
    }

    @Operation(summary = "Read a work order", description = "Its entity tag is its version.")
    @GET
    @Path("/{id}")
    public RestResponse<WorkOrder> get(@PathParam("id") UUID id) {
        WorkOrder order = transactions.call(caller.tenant(), tx -> orders.require(tx, id));
        return RestResponse.ResponseBuilder.ok(order).tag(order.entityTag()).build();
    }

    @Operation(summary = "Read what became of an order", description = "Every change of status, the oldest first.")
    @GET
    @Path("/{id}/history")
    public Page<Transition> history(@PathParam("id") UUID id) {
        return new Page<>(transactions.call(caller.tenant(), tx -> history.of(tx, id)), null);
    }
}
