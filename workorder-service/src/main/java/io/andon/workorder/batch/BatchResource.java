package io.andon.workorder.batch;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.tenant.TenantContext;
import io.andon.workorder.stock.Overdraft;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** {@code POST /work-orders/{id}/record-batch}. */
@Path("/work-orders/{id}/record-batch")
public class BatchResource {

    private final TenantContext caller;
    private final SecurityIdentity identity;
    private final IdempotentPost post;
    private final BatchCommands commands;

    BatchResource(TenantContext caller, SecurityIdentity identity, IdempotentPost post, BatchCommands commands) {
        this.caller = caller;
        this.identity = identity;
        this.post = post;
        this.commands = commands;
    }

    @POST
    @RolesAllowed("operator")
    public Response record(@PathParam("id") UUID id, @NotNull @Valid NewBatch body) {
        Overdraft overdraft = Overdraft.asked(body.allowNegative(), body.reason(), identity.hasRole("planner"));
        return post.created(body, tx -> commands.record(tx, id, body, overdraft, caller.person()));
    }
}
