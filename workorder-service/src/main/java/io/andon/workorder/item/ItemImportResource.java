package io.andon.workorder.item;

import io.andon.workorder.bulk.Bulk;
import io.andon.workorder.bulk.BulkReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /items:import}. */
@Tag(name = "Items")
@Path("/items:import")
public class ItemImportResource {

    private final Bulk bulk;
    private final ItemCommands commands;

    ItemImportResource(Bulk bulk, ItemCommands commands) {
        this.bulk = bulk;
        this.commands = commands;
    }

    @Operation(summary = "Create many items", description = Bulk.LINES)
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = Bulk.NDJSON, schema = @Schema(implementation = NewItem.class)),
                @Content(
                        mediaType = Bulk.CSV,
                        schema =
                                @Schema(
                                        implementation = String.class,
                                        examples = "sku,name,type,baseUom\nFLOUR,Flour T65,raw,g\n"))
            })
    @APIResponse(
            responseCode = "201",
            description = "What became of each line.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BulkReport.class)))
    @POST
    @Consumes({Bulk.NDJSON, Bulk.CSV})
    @RolesAllowed("planner")
    public Response create(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @QueryParam("partial") @Nullable String partial,
            @NotNull String body) {
        return bulk.carryOut(body, type, partial, NewItem.class, (tx, line) -> commands.create(tx, line)
                .id());
    }
}
