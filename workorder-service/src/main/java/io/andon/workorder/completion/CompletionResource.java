package io.andon.workorder.completion;

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

/** Reporting output and posting it. */
@Tag(name = "Completions and batches")
@Path("/work-orders/{id}/completions")
@RolesAllowed("operator")
public class CompletionResource {

    private final TenantContext caller;
    private final IdempotentPost post;
    private final CompletionDrafts drafts;
    private final CompletionPosting posting;

    CompletionResource(TenantContext caller, IdempotentPost post, CompletionDrafts drafts, CompletionPosting posting) {
        this.caller = caller;
        this.post = post;
        this.drafts = drafts;
        this.posting = posting;
    }

    @Operation(summary = "Report output", description = "A draft, which changes nothing yet.")
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Completion.class)))
    @POST
    public Response create(@PathParam("id") UUID id, @NotNull @Valid NewCompletion body) {
        return post.created(body, tx -> drafts.create(tx, id, body, caller.person()));
    }

    @Operation(
            summary = "Post a completion",
            description = "Receives the output into stock and moves the order on. Twice: 409 `ALREADY_POSTED`.")
    @APIResponse(
            responseCode = "200",
            description = "The posted completion.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Completion.class)))
    @POST
    @Path("/{completionId}/post")
    public Response post(@PathParam("id") UUID id, @PathParam("completionId") UUID completionId) {
        return post.ok(Map.of(), tx -> posting.post(tx, id, completionId, caller.person()));
    }
}
