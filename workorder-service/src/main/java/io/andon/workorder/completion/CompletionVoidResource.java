package io.andon.workorder.completion;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.tenant.TenantContext;
import io.andon.workorder.stock.AskedOverdraft;
import io.andon.workorder.stock.Overdraft;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Undoing a posted completion. */
@Tag(name = "Completions and batches")
@Path("/work-orders/{id}/completions/{completionId}/void")
@RolesAllowed("operator")
public class CompletionVoidResource {

    private final TenantContext caller;
    private final SecurityIdentity identity;
    private final IdempotentPost post;
    private final CompletionVoid command;

    CompletionVoidResource(
            TenantContext caller, SecurityIdentity identity, IdempotentPost post, CompletionVoid command) {
        this.caller = caller;
        this.identity = identity;
        this.post = post;
        this.command = command;
    }

    @Operation(
            summary = "Void a posted completion or batch",
            description = "Posts the opposite, at the time of what it undoes: output leaves stock, what a batch "
                    + "consumed comes back to its lots, and the order's figures and status are derived again. "
                    + "409: `NOT_POSTED`, `ALREADY_VOIDED`, `INVALID_STATE` (a closed order), or "
                    + "`INSUFFICIENT_STOCK` where the output is gone, unless a planner sends `allowNegative` "
                    + "and a `reason`.")
    @APIResponse(
            responseCode = "200",
            description = "The voided completion.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Completion.class)))
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response undo(
            @PathParam("id") UUID id,
            @PathParam("completionId") UUID completionId,
            @RequestBody(required = false) @Valid @Nullable AskedOverdraft body) {
        return undo(id, completionId, AskedOverdraft.of(body), identity.hasRole("planner"));
    }

    /** For a request without a body, which has no media type either. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response undoWithoutBody(
            @PathParam("id") UUID id,
            @PathParam("completionId") UUID completionId,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String mediaType) {
        if (mediaType != null) {
            throw new NotSupportedException();
        }
        return undo(id, completionId, AskedOverdraft.NONE, false);
    }

    private Response undo(UUID id, UUID completionId, AskedOverdraft asked, boolean byPlanner) {
        Overdraft overdraft = asked.grant(byPlanner);
        return post.ok(asked, tx -> command.undo(tx, id, completionId, overdraft, caller.person()));
    }
}
