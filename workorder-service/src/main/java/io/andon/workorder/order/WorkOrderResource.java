package io.andon.workorder.order;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.tenant.TenantContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @APIResponse(
            responseCode = "201",
            description = "The new work order.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WorkOrder.class)))
    @POST
    @RolesAllowed("planner")
    public Response create(@NotNull @Valid NewWorkOrder body) {
        return post.created(body, tx -> newOrders.create(tx, body, caller.person()));
    }

    @Operation(summary = "Release a draft", description = "From now on it takes postings.")
    @APIResponse(
            responseCode = "200",
            description = "The released order.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WorkOrder.class)))
    @POST
    @Path("/{id}/release")
    @RolesAllowed("planner")
    public Response release(@PathParam("id") UUID id) {
        return post.ok(NO_BODY, tx -> commands.release(tx, id, caller.person()));
    }

    @Operation(summary = "Cancel an order", description = "As long as nothing is posted to it.")
    @APIResponse(
            responseCode = "200",
            description = "The canceled order.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WorkOrder.class)))
    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("planner")
    public Response cancel(@PathParam("id") UUID id) {
        return post.ok(NO_BODY, tx -> commands.cancel(tx, id, caller.person()));
    }

    @Operation(summary = "Close a completed order", description = "From now on nothing is posted to it or voided.")
    @APIResponse(
            responseCode = "200",
            description = "The closed order.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WorkOrder.class)))
    @POST
    @Path("/{id}/close")
    @RolesAllowed("planner")
    public Response close(@PathParam("id") UUID id) {
        return post.ok(NO_BODY, tx -> commands.close(tx, id, caller.person()));
    }
}
