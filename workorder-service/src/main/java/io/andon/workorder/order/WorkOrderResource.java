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

/** Opening work orders, and moving them on. */
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

    @POST
    @RolesAllowed("planner")
    public Response create(@NotNull @Valid NewWorkOrder body) {
        return post.created(body, tx -> newOrders.create(tx, body, caller.person()));
    }

    @POST
    @Path("/{id}/release")
    @RolesAllowed("planner")
    public Response release(@PathParam("id") UUID id) {
        return post.ok(NO_BODY, tx -> commands.release(tx, id, caller.person()));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("planner")
    public Response cancel(@PathParam("id") UUID id) {
        return post.ok(NO_BODY, tx -> commands.cancel(tx, id, caller.person()));
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed("planner")
    public Response close(@PathParam("id") UUID id) {
        return post.ok(NO_BODY, tx -> commands.close(tx, id, caller.person()));
    }
}
