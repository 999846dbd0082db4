package io.andon.workorder.completion;

import io.andon.events.InventoryEvent;
import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.order.Output;
import io.andon.workorder.order.Production;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.stock.Overdraft;
import io.andon.workorder.stock.Reversal;
import io.andon.workorder.stock.StockLedger;
import io.andon.workorder.stock.Touched;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Undoes what was posted by mistake: its output leaves stock, what a batch consumed comes back, the order's figures shrink. */
@ApplicationScoped
class CompletionVoid {

    private final Production production;
    private final Completions completions;
    private final StockLedger ledger;

    CompletionVoid(Production production, Completions completions, StockLedger ledger) {
        this.production = production;
        this.completions = completions;
        this.ledger = ledger;
    }

    /**
     * @throws NotPosted if it is a draft
     * @throws AlreadyVoided if that was done before, whatever has become of the order
     */
    Completion undo(TenantTransaction tx, UUID orderId, UUID id, Overdraft overdraft, String person) {
        WorkOrder before = production.lock(tx, orderId);
        Completion posted = completions.require(tx, before, id);
        requirePosted(posted);
        before.requireVoidable();
        List<MovementPosted> opposites = ledger.reverse(tx, new Reversal(movementsOf(posted), person, overdraft));
        WorkOrder after = production.withdraw(tx, before, outputs(posted), posted.occurredAt(), person);
        opposites.forEach(movement -> announce(tx, movement));
        production.announceWithdrawal(tx, before, after);
        Completion voided = posted.asVoided(
                new Voided(
                        opposites.get(opposites.size() - 1).movementId(),
                        opposites.size() == 1 ? null : opposites.get(0).movementId(),
                        tx.now(),
                        person,
                        overdraft.reason()),
                after.status());
        completions.markVoided(tx, voided);
        return voided;
    }

    private static void requirePosted(Completion completion) {
        switch (completion.status()) {
            case DRAFT -> throw new NotPosted(completion.id());
            case VOIDED -> throw new AlreadyVoided(completion.id());
            case POSTED -> {}
        }
    }

    /** In the order in which they were posted. */
    private static List<UUID> movementsOf(Completion posted) {
        return Stream.of(posted.posted().issueMovementId(), posted.posted().movementId())
                .filter(Objects::nonNull)
                .toList();
    }

    /** No posting to an order announces these movements, so dashboards hear of them as of any other change of stock. */
    private static void announce(TenantTransaction tx, MovementPosted movement) {
        Touched touched = Touched.by(List.of(movement));
        tx.publish(movement);
        tx.publish(
                new InventoryEvent.InventoryChanged(touched.itemIds(), touched.locationIds(), movement.movementId()));
    }

    private static List<Output> outputs(Completion posted) {
        return posted.lines().stream()
                .map(line -> new Output(line.toLocationId(), line.quantityCompleted(), BigDecimal.ZERO))
                .toList();
    }
}
