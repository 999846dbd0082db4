package io.andon.workorder.stock;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.tenant.TenantContext;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /inventory/movements}. */
@Tag(name = "Inventory")
@Path("/inventory/movements")
public class MovementResource {

    private final TenantContext caller;
    private final SecurityIdentity identity;
    private final IdempotentPost post;
    private final MovementCommands commands;

    MovementResource(TenantContext caller, SecurityIdentity identity, IdempotentPost post, MovementCommands commands) {
        this.caller = caller;
        this.identity = identity;
        this.post = post;
        this.commands = commands;
    }

    @Operation(
            summary = "Post a movement of a system outside",
            description = "Receipts, shipments, counts and the like. `qtyDelta` is signed; the lines of an item in "
                    + "a TRANSFER sum to 0.")
    @APIResponse(
            responseCode = "201",
            description = "The posted movement.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PostedMovement.class)))
    @POST
    @RolesAllowed("operator")
    public Response post(@NotNull @Valid NewMovement body) {
        Overdraft overdraft = Overdraft.asked(body.allowNegative(), body.reason(), identity.hasRole("planner"));
        return post.created(body, tx -> commands.post(tx, body, overdraft, caller.person()));
    }
}
