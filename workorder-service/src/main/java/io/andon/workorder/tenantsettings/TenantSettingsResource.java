package io.andon.workorder.tenantsettings;

import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /tenant-settings}. */
@Tag(name = "Tenant settings")
@Path("/tenant-settings")
public class TenantSettingsResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final SettingsStore store;

    TenantSettingsResource(TenantContext caller, TenantTransactions transactions, SettingsStore store) {
        this.caller = caller;
        this.transactions = transactions;
        this.store = store;
    }

    @Operation(
            summary = "Read the tenant's settings",
            description = "Zone, currency and the thresholds of the metrics.")
    @GET
    @RolesAllowed("viewer")
    public TenantSettings get() {
        return transactions.call(caller.tenant(), store::of);
    }

    @Operation(summary = "Replace the tenant's settings", description = "What is absent gets its default.")
    @PUT
    @RolesAllowed("planner")
    public TenantSettings put(@NotNull @Valid NewSettings body) {
        TenantSettings settings = body.checked();
        return transactions.call(caller.tenant(), tx -> store.put(tx, settings, caller.person()));
    }
}
