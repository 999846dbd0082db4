package io.andon.workorder.location;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.paging.Page;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /locations}. */
@Tag(name = "Locations")
@Path("/locations")
public class LocationResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final IdempotentPost post;
    private final Locations locations;

    LocationResource(TenantContext caller, TenantTransactions transactions, IdempotentPost post, Locations locations) {
        this.caller = caller;
        this.transactions = transactions;
        this.post = post;
        this.locations = locations;
    }

    @Operation(summary = "Create a location")
    @APIResponse(
            responseCode = "201",
            description = "The new location.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Location.class)))
    @POST
    @RolesAllowed("planner")
    public Response create(@NotNull @Valid NewLocation body) {
        return post.created(body, tx -> locations.create(tx, body));
    }

    @Operation(summary = "List locations by code")
    @GET
    @RolesAllowed("viewer")
    public Page<Location> list(@BeanParam @Valid PageRequest page) {
        String after = page.after().orElse(null);
        List<Location> found = transactions.call(caller.tenant(), tx -> locations.list(tx, after, page.limit() + 1));
        return PageRequest.page(found, page.limit(), Location::code);
    }

    @Operation(summary = "Read a location")
    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    public Location get(@PathParam("id") UUID id) {
        return transactions.call(caller.tenant(), tx -> locations.require(tx, id));
    }
}
