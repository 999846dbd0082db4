package io.andon.metrics.aging;

import io.andon.metrics.list.ResultLists;
import io.andon.metrics.list.ResultPage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How old stock is as of the latest published run, or of another one. */
@Path("/metrics/inventory-aging")
@RolesAllowed("viewer")
class AgingResource {

    private final ResultLists lists;
    private final AgingQuery query;

    AgingResource(ResultLists lists, AgingQuery query) {
        this.lists = lists;
        this.query = query;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Inventory aging",
            description =
                    "How old the stock of each item, location and lot is, by first in, first out; the oldest first.")
    public ResultPage<AgingRow> list(@Valid @BeanParam AgingRequest request) {
        return lists.page(query.rows(request.bucket), request);
    }

    @GET
    @Produces(ResultLists.CSV)
    @Operation(hidden = true)
    public Response file(@Valid @BeanParam AgingRequest request) {
        return lists.csv(query.rows(request.bucket), request);
    }
}
