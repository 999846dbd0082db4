package io.andon.workorder.issue;

import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.events.MovementType;
import io.andon.events.WorkOrderEvent;
import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.order.AlreadyPosted;
import io.andon.workorder.order.Production;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.request.BusinessTime;
import io.andon.workorder.stock.MovementDraft;
import io.andon.workorder.stock.Overdraft;
import io.andon.workorder.stock.Posting;
import io.andon.workorder.stock.StockLedger;
import io.andon.workorder.stock.Touched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Posts a draft: takes the material out of stock and starts the order, in one transaction. */
@ApplicationScoped
class IssuePosting {

    private static final String SOURCE = "work-order-issue";

    private final Production production;
    private final Issues issues;
    private final StockLedger ledger;

    IssuePosting(Production production, Issues issues, StockLedger ledger) {
        this.production = production;
        this.issues = issues;
        this.ledger = ledger;
    }

    /** @throws AlreadyPosted if it is no draft any more, whatever has become of the order */
    Issue post(TenantTransaction tx, UUID orderId, UUID id, Overdraft overdraft, String person) {
        WorkOrder order = production.lock(tx, orderId);
        Issue draft = issues.require(tx, order, id);
        if (draft.status() == IssueStatus.POSTED) {
            throw new AlreadyPosted("Issue", id);
        }
        order.requirePostable();
        Instant occurredAt = BusinessTime.of(draft.occurredAt(), tx.now());
        MovementPosted movement =
                ledger.post(tx, posting(draft, occurredAt, overdraft, person)).get(0);
        WorkOrder after = production.consume(tx, order, person);
        Touched touched = Touched.by(List.of(movement));
        UUID eventId = tx.publish(new WorkOrderEvent.IssuePosted(
                after.id(), id, movement.movementId(), touched.itemIds(), touched.locationIds()));
        tx.publish(movement);
        Issue posted = draft.posted(movement.movementId(), eventId, tx.now(), person, occurredAt, after.status());
        issues.markPosted(tx, posted);
        return posted;
    }

    private static Posting posting(Issue draft, Instant occurredAt, Overdraft overdraft, String person) {
        return new Posting(
                occurredAt,
                person,
                SOURCE,
                draft.id().toString(),
                draft.workOrderId(),
                draft.notes(),
                overdraft,
                List.of(new MovementDraft(
                        Ids.next(),
                        MovementType.WO_ISSUE,
                        draft.lines().stream().map(line -> line.report().draw()).toList())));
    }
}
