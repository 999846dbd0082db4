package io.andon.metrics.intake;

import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.events.MasterDataEvent;
import io.andon.events.TenantId;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.metrics.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * The only writer of the ledger. Whatever it is handed twice it applies once, so records may be read again from any
 * point at any time.
 */
@ApplicationScoped
class Ledger {

    private final TenantTransactions transactions;
    private final Tenants tenants;

    Ledger(TenantTransactions transactions, Tenants tenants) {
        this.transactions = transactions;
        this.tenants = tenants;
    }

    /** Applies events of one tenant, in their order, in one transaction. */
    void apply(TenantId tenant, List<Received> received) {
        transactions.run(tenant, tx -> {
            tenants.meet(tx);
            List<MovementPosted> movements = new ArrayList<>();
            List<Received> states = new ArrayList<>();
            for (Received one : received) {
                if (one.event() instanceof MovementPosted movement) {
                    movements.add(movement);
                } else {
                    states.add(one);
                }
            }
            MasterDataTable masterData = new MasterDataTable(tx);
            for (Received fresh : new AppliedEvents(tx).keepNew(states)) {
                if (fresh.event() instanceof MasterDataEvent state) {
                    masterData.store(state, fresh.position());
                }
            }
            new MovementTable(tx).append(movements);
        });
    }
}
