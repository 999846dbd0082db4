package io.andon.workorder.order;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.tenant.TenantContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Opening work orders, and moving them on. */
@Tag(name = "Work orders")
@Path("/work-orders")
public class WorkOrderResource {

    /** What a post without a body is remembered by, beside its path. */
    private static final Map<String, String> NO_BODY = Map.of();

    private final TenantContext caller;
    private final IdempotentPost post;
    private final NewWorkOrders newOrders;
    private final WorkOrderCommands commands;

    WorkOrderResource(TenantContext caller, IdempotentPost post, NewWorkOrders newOrders, WorkOrderCommands commands) {
        this.caller = caller;
        this.post = post;
        this.newOrders = newOrders;
        this.commands = commands;
    }

    @Operation(summary = "Create a work order", description = "A draft. It keeps the bill of materials that it names.")
    @APIResponseSchema(value = WorkOrder.class, responseCode = "201", responseDescription = "The new work order.")
    @POST
    @RolesAllowed("planner")
    public Response create(@NotNull @Valid NewWorkOrder body) {
        return post.created(body, tx -> newOrders.create(tx, body, caller.person()));
    }

    @Operation(summary = "Release a draft", description = "From now on it takes postings.")
    @APIResponseSchema(value = WorkOrder.class, responseCode = "200", responseDescription = "The released order.")
    @POST
    @Path("/{id}/release")
    @RolesAllowed("planner")
    public Response release(@PathParam("id") UUID id) {
        return post.ok(NO_BODY, tx -> commands.release(tx, id, caller.person()));
    }

    @Operation(summary = "Cancel an order", description = "As long as nothing is posted to it.")
    @APIResponseSchema(value = WorkOrder.class, responseCode = "200", responseDescription = "The canceled order.")
    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("planner")
    public Response cancel(@PathParam("id") UUID id) {
        return post.ok(NO_BODY, tx -> commands.cancel(tx, id, caller.person()));
    }

    @Operation(summary = "Close a completed order", description = "From now on nothing is posted to it or voided.")
    @APIResponseSchema(value = WorkOrder.class, responseCode = "200", responseDescription = "The closed order.")
    @POST
    @Path("/{id}/close")
    @RolesAllowed("planner")
    public Response close(@PathParam("id") UUID id) {
        return post.ok(NO_BODY, tx -> commands.close(tx, id, caller.person()));
    }
}
