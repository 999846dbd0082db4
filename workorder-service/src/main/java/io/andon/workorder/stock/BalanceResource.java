package io.andon.workorder.stock;

import io.andon.kit.paging.Page;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.workorder.request.Parameter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /inventory/balances}. */
@Tag(name = "Inventory")
@Path("/inventory/balances")
@RolesAllowed("viewer")
public class BalanceResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final BalanceList list;

    BalanceResource(TenantContext caller, TenantTransactions transactions, BalanceList list) {
        this.caller = caller;
        this.transactions = transactions;
        this.list = list;
    }

    @Operation(summary = "List balances by item, location and lot")
    @GET
    public Page<Balance> list(
            @QueryParam("itemId") @Nullable String itemId,
            @QueryParam("locationId") @Nullable String locationId,
            @BeanParam @Valid PageRequest page) {
        UUID item = Parameter.uuid("itemId", itemId);
        UUID location = Parameter.uuid("locationId", locationId);
        @Nullable Bin after = page.after().map(BinCursor::of).orElse(null);
        List<Balance> rows =
                transactions.call(caller.tenant(), tx -> list.rows(tx, item, location, after, page.limit() + 1));
        return PageRequest.page(rows, page.limit(), Balance::key);
    }
}
