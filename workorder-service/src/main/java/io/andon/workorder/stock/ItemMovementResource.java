package io.andon.workorder.stock;

import io.andon.kit.paging.Page;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /inventory/items/{id}/movements}. */
@Tag(name = "Inventory")
@Path("/inventory/items/{id}/movements")
@RolesAllowed("viewer")
public class ItemMovementResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final ItemHistory history;

    ItemMovementResource(TenantContext caller, TenantTransactions transactions, ItemHistory history) {
        this.caller = caller;
        this.transactions = transactions;
        this.history = history;
    }

    @Operation(
            summary = "Read an item's ledger",
            description = "The latest first. `sourceType` and `sourceId` name the cause: for `work-order-"
                    + "completion`, `work-order-batch` and `work-order-issue` the completion, batch or issue of"
                    + " `workOrderId`. `reversesMovementId` names the movement that a void undoes.")
    @GET
    public Page<ItemMovement> list(
            @PathParam("id") UUID id, @BeanParam HistoryPeriod period, @BeanParam @Valid PageRequest page) {
        @Nullable HistoryPosition after = page.after().map(HistoryPosition::of).orElse(null);
        List<ItemMovement> rows =
                transactions.call(caller.tenant(), tx -> history.rows(tx, id, period, after, page.limit() + 1));
        return PageRequest.page(rows, page.limit(), row -> row.position().key());
    }
}
