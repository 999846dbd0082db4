package io.andon.metrics.turns;

import io.andon.metrics.list.ResultLists;
import io.andon.metrics.list.ResultPage;
import io.andon.metrics.list.WindowedRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Turns and days of inventory of the latest published run, or of another one. */
@Path("/metrics/turns-doi")
@RolesAllowed("viewer")
class TurnsResource {

    private final ResultLists lists;
    private final TurnsQuery query;

    TurnsResource(ResultLists lists, TurnsQuery query) {
        this.lists = lists;
        this.query = query;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Turns and days of inventory",
            description = "Outflow against the average on hand, exact to the instant; the fastest first.")
    public ResultPage<TurnsRow> list(@Valid @BeanParam WindowedRequest request) {
        return lists.page(query.rows(), request);
    }

    @GET
    @Produces(ResultLists.CSV)
    @Operation(hidden = true)
    public Response file(@Valid @BeanParam WindowedRequest request) {
        return lists.csv(query.rows(), request);
    }
}
