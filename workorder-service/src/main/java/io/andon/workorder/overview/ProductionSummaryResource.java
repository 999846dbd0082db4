package io.andon.workorder.overview;

import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.workorder.tenantsettings.SettingsStore;
import io.andon.workorder.tenantsettings.TenantSettings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /production-summary}. */
@Tag(name = "Production")
@Path("/production-summary")
@RolesAllowed("viewer")
public class ProductionSummaryResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final SettingsStore settings;
    private final OrderFigures orders;
    private final OutputFigures output;

    ProductionSummaryResource(
            TenantContext caller,
            TenantTransactions transactions,
            SettingsStore settings,
            OrderFigures orders,
            OutputFigures output) {
        this.caller = caller;
        this.transactions = transactions;
        this.settings = settings;
        this.orders = orders;
        this.output = output;
    }

    @Operation(
            summary = "The KPI tiles",
            description = "Orders by status, today's output, the last seven days' yield, punctuality. Days are the "
                    + "tenant's; units are never added up.")
    @GET
    public ProductionSummary get() {
        return transactions.call(caller.tenant(), this::summary);
    }

    private ProductionSummary summary(TenantTransaction tx) {
        TenantSettings ofTenant = settings.of(tx);
        OrderFigures.Figures orderFigures = orders.of(tx);
        OutputFigures.Figures outputFigures = output.of(tx, ofTenant);
        return new ProductionSummary(
                tx.now(),
                ofTenant.zone(),
                orderFigures.counts(),
                outputFigures.today(),
                outputFigures.week(),
                orderFigures.onTimePercent());
    }
}
