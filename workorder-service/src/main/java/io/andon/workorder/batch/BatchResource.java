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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /work-orders/{id}/record-batch}. */
@Tag(name = "Completions and batches")
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

    @Operation(
            summary = "Record a batch",
            description = "Consumes and produces in one transaction: all of it, or 409 `INSUFFICIENT_STOCK` with "
                    + "the lines that are short.")
    @APIResponse(
            responseCode = "201",
            description = "The recorded batch. It is read and voided as the completion `batchId`.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RecordedBatch.class)))
    @POST
    @RolesAllowed("operator")
    public Response record(@PathParam("id") UUID id, @NotNull @Valid NewBatch body) {
        Overdraft overdraft = Overdraft.asked(body.allowNegative(), body.reason(), identity.hasRole("planner"));
        return post.created(body, tx -> commands.record(tx, id, body, overdraft, caller.person()));
    }
}
