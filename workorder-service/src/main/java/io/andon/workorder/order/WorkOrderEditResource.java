package io.andon.workorder.order;

import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Changing work orders. */
@Tag(name = "Work orders")
@Path("/work-orders")
@RolesAllowed("planner")
public class WorkOrderEditResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final WorkOrderEdits edits;

    WorkOrderEditResource(TenantContext caller, TenantTransactions transactions, WorkOrderEdits edits) {
        this.caller = caller;
        this.transactions = transactions;
        this.edits = edits;
    }

    @Operation(
            summary = "Change an open order",
            description = "What is absent stays. `If-Match` with the entity tag that was read refuses (412 "
                    + "`VERSION_MISMATCH`) to overwrite what somebody else changed meanwhile. A plan that is "
                    + "reached already completes the order.")
    @PATCH
    @Path("/{id}")
    public RestResponse<WorkOrder> change(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable String ifMatch,
            @NotNull @Valid WorkOrderChange body) {
        ExpectedVersion expected = new ExpectedVersion(ifMatch);
        WorkOrder after =
                transactions.call(caller.tenant(), tx -> edits.change(tx, id, body, expected, caller.person()));
        return RestResponse.ResponseBuilder.ok(after).tag(after.entityTag()).build();
    }
}
