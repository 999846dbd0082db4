package io.andon.workorder.issue;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.tenant.TenantContext;
import io.andon.workorder.stock.AskedOverdraft;
import io.andon.workorder.stock.Overdraft;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** Reporting what an order takes, and posting it. */
@Tag(name = "Issues")
@Path("/work-orders/{id}/issues")
@RolesAllowed("operator")
public class IssueResource {

    private final TenantContext caller;
    private final SecurityIdentity identity;
    private final IdempotentPost post;
    private final IssueDrafts drafts;
    private final IssuePosting posting;

    IssueResource(
            TenantContext caller,
            SecurityIdentity identity,
            IdempotentPost post,
            IssueDrafts drafts,
            IssuePosting posting) {
        this.caller = caller;
        this.identity = identity;
        this.post = post;
        this.drafts = drafts;
        this.posting = posting;
    }

    @Operation(summary = "Report material that an order takes", description = "A draft, which changes nothing yet.")
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Issue.class)))
    @POST
    public Response create(@PathParam("id") UUID id, @NotNull @Valid NewIssue body) {
        return post.created(body, tx -> drafts.create(tx, id, body, caller.person()));
    }

    @Operation(
            summary = "Post an issue",
            description = "Takes the material out of stock and starts the order. More than there is: 409 "
                    + "`INSUFFICIENT_STOCK`, unless a planner sends `allowNegative` with a `reason`. Twice: 409"
                    + " `ALREADY_POSTED`.")
    @APIResponse(
            responseCode = "200",
            description = "The posted issue.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Issue.class)))
    @POST
    @Path("/{issueId}/post")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(
            @PathParam("id") UUID id,
            @PathParam("issueId") UUID issueId,
            @RequestBody(required = false) @Valid @Nullable AskedOverdraft body) {
        return post(id, issueId, AskedOverdraft.of(body), identity.hasRole("planner"));
    }

    /** For a request without a body, which has no media type either. */
    @POST
    @Path("/{issueId}/post")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response postWithoutBody(
            @PathParam("id") UUID id,
            @PathParam("issueId") UUID issueId,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String mediaType) {
        if (mediaType != null) {
            throw new NotSupportedException();
        }
        return post(id, issueId, AskedOverdraft.NONE, false);
    }

    private Response post(UUID id, UUID issueId, AskedOverdraft asked, boolean byPlanner) {
        Overdraft overdraft = asked.grant(byPlanner);
        return post.ok(asked, tx -> posting.post(tx, id, issueId, overdraft, caller.person()));
    }
}
