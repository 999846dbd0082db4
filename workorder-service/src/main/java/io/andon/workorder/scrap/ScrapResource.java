package io.andon.workorder.scrap;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.tenant.TenantContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** {@code POST /work-orders/{id}/scrap}. */
@Path("/work-orders/{id}/scrap")
public class ScrapResource {

    private final TenantContext caller;
    private final IdempotentPost post;
    private final ScrapCommands commands;

    ScrapResource(TenantContext caller, IdempotentPost post, ScrapCommands commands) {
        this.caller = caller;
        this.post = post;
        this.commands = commands;
    }

    @POST
    @RolesAllowed("operator")
    public Response record(@PathParam("id") UUID id, @NotNull @Valid NewScrap body) {
        return post.created(body, tx -> commands.record(tx, id, body, caller.person()));
    }
}
