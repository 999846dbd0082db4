package io.andon.workorder.overview;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.tenantsettings.SettingsStore;
import io.andon.workorder.tenantsettings.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;

/** Gathers the KPI tiles. */
@ApplicationScoped
class SummaryFigures {

    private final SettingsStore settings;
    private final OrderFigures orders;
    private final OutputFigures output;

    SummaryFigures(SettingsStore settings, OrderFigures orders, OutputFigures output) {
        this.settings = settings;
        this.orders = orders;
        this.output = output;
    }

    ProductionSummary of(TenantTransaction tx) {
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
