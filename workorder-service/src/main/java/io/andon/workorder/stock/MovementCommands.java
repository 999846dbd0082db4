package io.andon.workorder.stock;

import io.andon.events.InventoryEvent;
import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.request.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes in what systems outside did to stock. */
@ApplicationScoped
class MovementCommands {

    private static final String UNNAMED_SOURCE = "external";

    private final StockLedger ledger;

    MovementCommands(StockLedger ledger) {
        this.ledger = ledger;
    }

    PostedMovement post(TenantTransaction tx, NewMovement wanted, Overdraft overdraft, String person) {
        MovementPosted posted = ledger.post(
                        tx,
                        new Posting(
                                BusinessTime.of(wanted.occurredAt(), tx.now()),
                                person,
                                wanted.sourceType() == null ? UNNAMED_SOURCE : wanted.sourceType(),
                                wanted.sourceId(),
                                null,
                                null,
                                overdraft,
                                List.of(wanted.checked(Ids.next()))))
                .get(0);
        Touched touched = Touched.by(List.of(posted));
        tx.publish(posted);
        tx.publish(new InventoryEvent.InventoryChanged(touched.itemIds(), touched.locationIds(), posted.movementId()));
        return PostedMovement.of(posted);
    }
}
