package io.andon.workorder.bom;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
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

/** {@code /boms}. */
@Tag(name = "Bills of materials")
@Path("/boms")
public class BomResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final IdempotentPost post;
    private final BomCommands commands;
    private final Boms boms;

    BomResource(
            TenantContext caller,
            TenantTransactions transactions,
            IdempotentPost post,
            BomCommands commands,
            Boms boms) {
        this.caller = caller;
        this.transactions = transactions;
        this.post = post;
        this.commands = commands;
        this.boms = boms;
    }

    @Operation(
            summary = "Write a new bill of materials",
            description = "It is the next version of its output item's bills; bills never change. `scrapFactor` "
                    + "0.05 means that 5 % more is needed than goes in.")
    @APIResponse(
            responseCode = "201",
            description = "The new bill.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Bom.class)))
    @POST
    @RolesAllowed("planner")
    public Response create(@NotNull @Valid NewBom body) {
        return post.created(body, tx -> commands.create(tx, body, caller.person()));
    }

    @Operation(summary = "Read a bill of materials")
    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    public Bom get(@PathParam("id") UUID id) {
        return transactions.call(caller.tenant(), tx -> boms.require(tx, id));
    }
}
