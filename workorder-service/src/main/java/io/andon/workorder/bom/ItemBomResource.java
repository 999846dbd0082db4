package io.andon.workorder.bom;

import io.andon.kit.paging.Page;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.workorder.item.Items;
import io.andon.workorder.request.Parameter;
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

/** {@code GET /items/{id}/boms}: the versions of an item's bill. */
@Tag(name = "Bills of materials")
@Path("/items/{id}/boms")
@RolesAllowed("viewer")
public class ItemBomResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final Items items;
    private final Boms boms;

    ItemBomResource(TenantContext caller, TenantTransactions transactions, Items items, Boms boms) {
        this.caller = caller;
        this.transactions = transactions;
        this.items = items;
        this.boms = boms;
    }

    @Operation(summary = "List the versions of an item's bill", description = "The newest first.")
    @GET
    public Page<Bom> list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        Integer below =
                Parameter.read("cursor", page.after().orElse(null), "is not a cursor of this list", Integer::valueOf);
        List<Bom> found = transactions.call(caller.tenant(), tx -> versions(tx, id, below, page.limit() + 1));
        return PageRequest.page(found, page.limit(), bom -> String.valueOf(bom.version()));
    }

    private List<Bom> versions(TenantTransaction tx, UUID itemId, @Nullable Integer below, int limit) {
        items.require(tx, itemId);
        return boms.list(tx, itemId, below, limit);
    }
}
