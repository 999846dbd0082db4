package io.andon.metrics.abc;

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

/** The ABC classification of the latest published run, or of another one. */
@Path("/metrics/abc-classification")
@RolesAllowed("viewer")
class AbcResource {

    private final ResultLists lists;
    private final AbcQuery query;

    AbcResource(ResultLists lists, AbcQuery query) {
        this.lists = lists;
        this.query = query;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "ABC classification",
            description =
                    "Which items make up most of the usage value, the most valuable first. The item that crosses a threshold keeps the higher class, and equal values share one.")
    public ResultPage<AbcRow> list(@Valid @BeanParam AbcRequest request) {
        return lists.page(query.rows(request.abcClass), request);
    }

    @GET
    @Produces(ResultLists.CSV)
    @Operation(hidden = true)
    public Response file(@Valid @BeanParam AbcRequest request) {
        return lists.csv(query.rows(request.abcClass), request);
    }
}
