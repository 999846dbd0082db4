package io.andon.workorder.completion;

import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.events.MovementType;
import io.andon.events.WorkOrderEvent;
import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.order.AlreadyPosted;
import io.andon.workorder.order.Output;
import io.andon.workorder.order.Production;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.request.BusinessTime;
import io.andon.workorder.stock.MovementDraft;
import io.andon.workorder.stock.Overdraft;
import io.andon.workorder.stock.Posting;
import io.andon.workorder.stock.StockLedger;
import io.andon.workorder.stock.Touched;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Posts a draft: receives the output into stock and moves the order on, in one transaction. */
@ApplicationScoped
class CompletionPosting {

    private static final String SOURCE = "work-order-completion";

    private final Production production;
    private final Completions completions;
    private final StockLedger ledger;

    CompletionPosting(Production production, Completions completions, StockLedger ledger) {
        this.production = production;
        this.completions = completions;
        this.ledger = ledger;
    }

    /** @throws AlreadyPosted if it is no draft any more, whatever has become of the order */
    Completion post(TenantTransaction tx, UUID orderId, UUID id, String person) {
        WorkOrder order = production.lock(tx, orderId);
        Completion draft = completions.require(tx, order, id);
        if (draft.status() != CompletionStatus.DRAFT) {
            throw new AlreadyPosted("Completion", id);
        }
        order.requirePostable();
        Instant occurredAt = BusinessTime.of(draft.occurredAt(), tx.now());
        List<MovementPosted> movements = ledger.post(tx, posting(draft, occurredAt, person));
        WorkOrder after = production.record(tx, order, outputs(draft), occurredAt, person);
        UUID movementId = movements.get(0).movementId();
        Touched touched = Touched.by(movements);
        UUID eventId = tx.publish(new WorkOrderEvent.CompletionPosted(
                after.id(), id, movementId, touched.itemIds(), touched.locationIds()));
        movements.forEach(tx::publish);
        production.announce(tx, after, id);
        Completion posted =
                draft.asPosted(new Posted(movementId, null, eventId, tx.now(), person), occurredAt, after.status());
        completions.markPosted(tx, posted);
        return posted;
    }

    private static Posting posting(Completion draft, Instant occurredAt, String person) {
        return new Posting(
                occurredAt,
                person,
                SOURCE,
                draft.id().toString(),
                draft.workOrderId(),
                draft.notes(),
                Overdraft.REFUSED,
                List.of(new MovementDraft(
                        Ids.next(),
                        MovementType.WO_PRODUCTION,
                        draft.lines().stream()
                                .map(line -> line.report().receipt())
                                .toList())));
    }

    private static List<Output> outputs(Completion draft) {
        return draft.lines().stream()
                .map(line -> new Output(line.toLocationId(), line.quantityCompleted(), BigDecimal.ZERO))
                .toList();
    }
}
