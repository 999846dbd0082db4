package io.andon.metrics.days;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps {@code item_day} the same as if it had just been derived from the whole ledger, at the price of what has changed:
 * of each item that the intake has named since the last run, the days from the first changed one on.
 *
 * <p>Called by a run in its transaction, which has to see one state of the database throughout: lines that are applied
 * meanwhile are then in nothing that it derives, and the changes that tell of them in nothing that it settles.
 */
@ApplicationScoped
public class ItemDays {

    private final ItemStates states;

    ItemDays(ItemStates states) {
        this.states = states;
    }

    /** Derives anew what has changed. */
    public void refresh(TenantTransaction tx) {
        execute(tx, ItemDaySql.COLLECT);
        tx.handle().execute(ItemDaySql.COUNT);
        execute(tx, ItemDaySql.CLEAR);
        execute(tx, ItemDaySql.DERIVE);
        states.forget(tx);
    }

    /** Forgets the changes, once everything that is kept of the ledger has been derived anew. */
    public void settle(TenantTransaction tx) {
        execute(tx, "delete from ledger_change where tenant_id = :tenant");
    }

    private static void execute(TenantTransaction tx, String statement) {
        tx.handle().createUpdate(statement).bind("tenant", tx.tenant().value()).execute();
    }
}
