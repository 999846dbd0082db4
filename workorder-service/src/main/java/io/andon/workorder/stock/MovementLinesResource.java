package io.andon.workorder.stock;

import io.andon.kit.tenant.TenantContext;
import io.andon.workorder.bulk.Bulk;
import io.andon.workorder.bulk.BulkReport;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /inventory/movements:import}. */
@Tag(name = "Inventory")
@Path("/inventory/movements:import")
public class MovementLinesResource {

    private final TenantContext caller;
    private final SecurityIdentity identity;
    private final Bulk bulk;
    private final MovementCommands commands;

    MovementLinesResource(TenantContext caller, SecurityIdentity identity, Bulk bulk, MovementCommands commands) {
        this.caller = caller;
        this.identity = identity;
        this.bulk = bulk;
        this.commands = commands;
    }

    @Operation(
            summary = "Post many movements of a system outside",
            description = "Up to 10,000, one a line as NDJSON, in their order. One line that is wrong or short of stock"
                    + " refuses all, 400 `LINES_REFUSED` with a report on each wrong line, unless `partial=true`.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = Bulk.NDJSON, schema = @Schema(implementation = NewMovement.class)))
    @APIResponse(
            responseCode = "201",
            description = "What became of each line.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BulkReport.class)))
    @POST
    @Consumes(Bulk.NDJSON)
    @RolesAllowed("operator")
    public Response post(@QueryParam("partial") @Nullable String partial, @NotNull String body) {
        boolean planner = identity.hasRole("planner");
        String person = caller.person();
        return bulk.carryOut(body, Bulk.NDJSON, partial, NewMovement.class, (tx, line) -> {
            Overdraft overdraft = Overdraft.asked(line.allowNegative(), line.reason(), planner);
            return commands.post(tx, line, overdraft, person).movementId();
        });
    }
}
