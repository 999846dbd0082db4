package io.andon.workorder.outbox;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.paging.Page;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.refused.RefusedEvent;
import io.andon.kit.refused.RefusedEvents;
import io.andon.kit.refused.Requeued;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /inventory/outbox/refused} and what brings its events back. */
@Tag(name = "Refused events")
@Path("/inventory/outbox/refused")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
public class RefusedEventsResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final IdempotentPost post;
    private final RefusedEvents refused;

    RefusedEventsResource(
            TenantContext caller, TenantTransactions transactions, IdempotentPost post, RefusedEvents refused) {
        this.caller = caller;
        this.transactions = transactions;
        this.post = post;
        this.refused = refused;
    }

    @Operation(
            summary = "List refused events",
            description = "Events of the caller's tenant that workorder-service could not send, and those of the same "
                    + "subject that wait behind one, the oldest first.")
    @APIResponse(responseCode = "200", description = "A page of refused events.")
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
    @POST
    @Path("/requeue")
    public Response requeueAll() {
        return post.ok(Map.of(), refused::requeueAll);
    }
}
