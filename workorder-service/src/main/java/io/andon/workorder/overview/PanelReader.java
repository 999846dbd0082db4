package io.andon.workorder.overview;

import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.workorder.tenantsettings.SettingsStore;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/** Reads panels for the caller, in the days of the caller's tenant. */
@ApplicationScoped
class PanelReader {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final SettingsStore settings;
    private final FiguresAnswer answer;

    PanelReader(TenantContext caller, TenantTransactions transactions, SettingsStore settings, FiguresAnswer answer) {
        this.caller = caller;
        this.transactions = transactions;
        this.settings = settings;
        this.answer = answer;
    }

    <T> RestResponse<T> read(OverviewFilter filter, Panel<T> panel) {
        return answer.of(
                transactions.call(caller.tenant(), tx -> panel.of(tx, filter.scope(settings.of(tx), tx.now()))));
    }

    <T> RestResponse<PanelAnswer<T>> answer(OverviewFilter filter, Panel<T> panel) {
        return read(filter, (tx, scope) -> PanelAnswer.of(scope, panel.of(tx, scope)));
    }
}
