package io.andon.workorder.scrap;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /work-orders/{id}/scrap}. */
@Tag(name = "Completions and batches")
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

    @Operation(
            summary = "Record scrap",
            description = "It counts against the plan and the yield, and never becomes stock.")
    @APIResponse(
            responseCode = "201",
            description = "The recorded scrap.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RecordedScrap.class)))
    @POST
    @RolesAllowed("operator")
    public Response record(@PathParam("id") UUID id, @NotNull @Valid NewScrap body) {
        return post.created(body, tx -> commands.record(tx, id, body, caller.person()));
    }
}
