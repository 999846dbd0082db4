package io.andon.kit.refused;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.paging.Page;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/**
 * The refused events of one service, and what brings them back. A service gives it a path.
 *
 * <p>The document would leave out what inherited operations ask for, so each says it itself.
 */
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(RefusedEventsOperations.ROLE)
public abstract class RefusedEventsOperations {

    private static final String SCHEME = "bearer";
    static final String ROLE = "admin";

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final IdempotentPost post;
    private final RefusedEvents refused;

    protected RefusedEventsOperations(
            TenantContext caller, TenantTransactions transactions, IdempotentPost post, RefusedEvents refused) {
        this.caller = caller;
        this.transactions = transactions;
        this.post = post;
        this.refused = refused;
    }

    @Operation(
            summary = "List refused events",
            description = "Events of the caller's tenant that the service could not send, and those of the same "
                    + "subject that wait behind one, the oldest first.")
    @APIResponse(responseCode = "200", description = "A page of refused events.")
    @SecurityRequirement(name = SCHEME, scopes = ROLE)
    @GET
    public Page<RefusedEvent> list(@Valid @BeanParam PageRequest page) {
        return transactions.call(caller.tenant(), tx -> refused.list(tx, page));
    }

    @Operation(
            summary = "Send a refused event after all",
            description = "With all that waits behind it, in the order of their commits. To be called when the cause "
                    + "is gone, for instance after the topic's limit was raised.")
    @APIResponse(
            responseCode = "200",
            description = "They are in the outbox again.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Requeued.class)))
    @SecurityRequirement(name = SCHEME, scopes = ROLE)
    @POST
    @Path("/{eventId}/requeue")
    public Response requeue(@PathParam("eventId") UUID eventId) {
        return post.ok(Map.of(), tx -> refused.requeue(tx, eventId));
    }

    @Operation(
            summary = "Send all refused events after all",
            description = "All of the caller's tenant, in the order of their commits.")
    @APIResponse(
            responseCode = "200",
            description = "They are in the outbox again.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Requeued.class)))
    @SecurityRequirement(name = SCHEME, scopes = ROLE)
    @POST
    @Path("/requeue")
    public Response requeueAll() {
        return post.ok(Map.of(), refused::requeueAll);
    }
}
