package io.andon.metrics.intake;

import io.andon.events.InventoryEvent.MovementLine;
import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.kit.tenant.TenantTransaction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Notes, in the transaction that changes it, what of the ledger a run has to look at again. */
final class LedgerChanges {

    private static final String NOTE =
            """
            insert into ledger_change (tenant_id, item_ids, first_days)
            values (:tenant, :items, :days)
            """;

    /** A look-up by key for each movement, whatever a planner believes of how many they are: see V16. */
    private static final String DAYS =
            """
            select line.item_id, line.day
            from unnest(:movements) as asked (movement_id)
            cross join lateral (
                select l.item_id, cast(l.occurred_at at time zone 'UTC' as date) as day
                from movement_line l
                where l.tenant_id = :tenant and l.movement_id = asked.movement_id
                offset 0
            ) line
            """;

    private final TenantTransaction tx;
    private final Map<UUID, LocalDate> firstDays = new HashMap<>();

    LedgerChanges(TenantTransaction tx) {
        this.tx = tx;
    }

    /**
     * @param added movements that are new
     * @param touched stored movements whose lines count otherwise than before
     */
    void note(Collection<MovementPosted> added, Set<UUID> touched) {
        for (MovementPosted movement : added) {
            LocalDate day = LocalDate.ofInstant(movement.occurredAt(), ZoneOffset.UTC);
            for (MovementLine line : movement.lines()) {
                note(line.itemId(), day);
            }
        }
        if (!touched.isEmpty()) {
            noteStored(touched);
        }
        List<UUID> items = List.copyOf(firstDays.keySet());
        tx.handle()
                .createUpdate(NOTE)
                .bind("tenant", tx.tenant().value())
                .bindArray("items", UUID.class, items)
                .bindArray(
                        "days",
                        LocalDate.class,
                        items.stream().map(firstDays::get).toList())
                .execute();
    }

    private void noteStored(Set<UUID> movements) {
        tx.handle()
                .createQuery(DAYS)
                .bind("tenant", tx.tenant().value())
                .bindArray("movements", UUID.class, List.copyOf(movements))
                .map((rs, context) ->
                        Map.entry(rs.getObject("item_id", UUID.class), rs.getObject("day", LocalDate.class)))
                .forEach(line -> note(line.getKey(), line.getValue()));
    }

    private void note(UUID item, LocalDate day) {
        firstDays.merge(item, day, (one, other) -> one.isBefore(other) ? one : other);
    }
}
