package io.andon.metrics.slowdead;

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

/** Slow and dead stock as of the latest published run, or of another one. */
@Path("/metrics/slow-dead-stock")
@RolesAllowed("viewer")
class SlowDeadResource {

    private final ResultLists lists;
    private final SlowDeadQuery query;

    SlowDeadResource(ResultLists lists, SlowDeadQuery query) {
        this.lists = lists;
        this.query = query;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Slow and dead stock",
            description =
                    "What lies unused for how long, and what is tied up in it; dead stock first, the most valuable in front.")
    public ResultPage<SlowDeadRow> list(@Valid @BeanParam SlowDeadRequest request) {
        return lists.page(query.rows(request.flag), request);
    }

    @GET
    @Produces(ResultLists.CSV)
    @Operation(hidden = true)
    public Response file(@Valid @BeanParam SlowDeadRequest request) {
        return lists.csv(query.rows(request.flag), request);
    }
}
