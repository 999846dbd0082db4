package io.andon.workorder.stock;

import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.stock.InsufficientStock.Shortage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The only writer of stock: posts movements and moves the balances with them, in the caller's transaction, or refuses
 * all of it. What is posted never changes; an error is undone by posting the opposite.
 *
 * <p>Transactions that draw from the same bins wait for each other on the balances' rows, so a balance never goes below
 * zero unless somebody was allowed to let it.
 */
@ApplicationScoped
public class StockLedger {

    private final LineCheck check;
    private final Balances balances;
    private final Movements movements;
    private final LedgerEntries entries;
    private final Opposites opposites;

    StockLedger(LineCheck check, Balances balances, Movements movements, LedgerEntries entries, Opposites opposites) {
        this.check = check;
        this.balances = balances;
        this.movements = movements;
        this.entries = entries;
        this.opposites = opposites;
    }

    /** How the lines of a movement find their bins. */
    private interface Settling {
        List<SettledLine> settle(LotAllocation allocation, MovementDraft movement, List<Line> lines);
    }

    /**
     * Posts all movements of {@code posting}.
     *
     * @return a {@code inventory.movement.posted} for each, in their order, which the caller is to publish
     * @throws io.andon.kit.problem.Failure if an item or a location does not exist, a line does not suit its item, or
     *     there is not enough stock
     */
    public List<MovementPosted> post(TenantTransaction tx, Posting posting) {
        List<List<Line>> lines = check.check(tx, posting.movements());
        return book(tx, posting, lines, (allocation, movement, its) -> allocation.settle(movement.type(), its));
    }

    /**
     * Posts the opposite of movements, line by line, to the same bins and at the same cost.
     *
     * @return a {@code inventory.movement.posted} for each, in their order, which the caller is to publish
     * @throws io.andon.kit.problem.Failure if what they brought in is not there any more
     */
    public List<MovementPosted> reverse(TenantTransaction tx, Reversal reversal) {
        List<LedgerEntry> undone = entries.withIds(tx, reversal.movementIds());
        return book(
                tx,
                reversal.posting(undone),
                opposites.of(tx, undone),
                (allocation, movement, its) -> allocation.undo(its));
    }

    private List<MovementPosted> book(
            TenantTransaction tx, Posting posting, List<List<Line>> lines, Settling settling) {
        Stock stock = balances.lock(tx, lines.stream().flatMap(List::stream).toList());
        LotAllocation allocation = new LotAllocation(stock, posting.occurredAt());
        List<SettledMovement> settled = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            MovementDraft draft = posting.movements().get(i);
            settled.add(new SettledMovement(draft, settling.settle(allocation, draft, lines.get(i))));
        }
        if (!posting.overdraft().allowed()) {
            refuseShortages(stock);
        }
        balances.store(tx, stock);
        return movements.insert(tx, posting, settled);
    }

    private static void refuseShortages(Stock stock) {
        List<Shortage> shortages = stock.bins().stream()
                .map(BinStock::shortage)
                .flatMap(Optional::stream)
                .toList();
        if (!shortages.isEmpty()) {
            throw new InsufficientStock(shortages);
        }
    }
}
