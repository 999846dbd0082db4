package io.andon.workorder.item;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.paging.Page;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.workorder.request.Parameter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /items}. */
@Tag(name = "Items")
@Path("/items")
public class ItemResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final IdempotentPost post;
    private final ItemCommands commands;
    private final Items items;
    private final AbcClasses classes;

    ItemResource(
            TenantContext caller,
            TenantTransactions transactions,
            IdempotentPost post,
            ItemCommands commands,
            Items items,
            AbcClasses classes) {
        this.caller = caller;
        this.transactions = transactions;
        this.post = post;
        this.commands = commands;
        this.items = items;
        this.classes = classes;
    }

    @Operation(summary = "Create an item", description = "A cost without a currency is in the tenant's.")
    @APIResponse(
            responseCode = "201",
            description = "The new item.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Item.class)))
    @POST
    @RolesAllowed("planner")
    public Response create(@NotNull @Valid NewItem body) {
        return post.created(body, tx -> commands.create(tx, body));
    }

    @Operation(
            summary = "List items by sku",
            description =
                    """
                    `q` looks into sku and name. `abcClass` is that of the latest published metrics run; while \
                    metrics-service cannot tell it, the answer is 503 with the code METRICS_UNAVAILABLE.""")
    @GET
    @RolesAllowed("viewer")
    public Page<Item> list(
            @QueryParam("q") @Nullable String q,
            @QueryParam("type") @Nullable String type,
            @QueryParam("abcClass") @Nullable String abcClass,
            @BeanParam @Valid PageRequest page) {
        AbcClass inClass = Parameter.read("abcClass", abcClass, "must be A, B or C", AbcClass::valueOf);
        ItemFilter wanted = new ItemFilter(
                Parameter.text("q", q),
                Parameter.read("type", type, "must be raw, intermediate or finished", ItemType::of),
                inClass == null ? null : classes.items(inClass));
        String after = page.after().orElse(null);
        List<Item> found = transactions.call(caller.tenant(), tx -> items.list(tx, wanted, after, page.limit() + 1));
        return PageRequest.page(found, page.limit(), Item::sku);
    }

    @Operation(summary = "Read an item")
    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    public Item get(@PathParam("id") UUID id) {
        return transactions.call(caller.tenant(), tx -> items.require(tx, id));
    }

    @Operation(summary = "Change an item", description = "What is absent stays. Sku, type and unit cannot change.")
    @PATCH
    @Path("/{id}")
    @RolesAllowed("planner")
    public Item change(@PathParam("id") UUID id, @NotNull @Valid ItemChange body) {
        return transactions.call(caller.tenant(), tx -> commands.change(tx, id, body));
    }
}
