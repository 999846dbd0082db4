package io.andon.workorder.stock;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.tenant.TenantContext;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code POST /inventory/movements}. */
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

    @POST
    @RolesAllowed("operator")
    public Response post(@NotNull @Valid NewMovement body) {
        Overdraft overdraft = Overdraft.asked(body.allowNegative(), body.reason(), identity.hasRole("planner"));
        return post.created(body, tx -> commands.post(tx, body, overdraft, caller.person()));
    }
}
