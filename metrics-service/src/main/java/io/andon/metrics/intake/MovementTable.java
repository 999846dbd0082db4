package io.andon.metrics.intake;

import io.andon.events.InventoryEvent.MovementLine;
import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.kit.tenant.TenantTransaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Movements and their lines. */
final class MovementTable {

    private record Line(MovementPosted movement, MovementLine line) {}

    private final TenantTransaction tx;

    MovementTable(TenantTransaction tx) {
        this.tx = tx;
    }

    /** Adds what is not there yet; a posted movement never changes, so one that is there stays as it is. */
    void append(List<MovementPosted> movements) {
        if (movements.isEmpty()) {
            return;
        }
        Set<UUID> inserted = insertHeads(movements);
        List<MovementPosted> added = movements.stream()
                .filter(movement -> inserted.remove(movement.movementId()))
                .toList();
        if (added.isEmpty()) {
            return;
        }
        insertLines(added);
        keepPlaceholders("item", "item_id", added.stream().flatMap(MovementTable::itemIds));
        keepPlaceholders("location", "location_id", added.stream().flatMap(MovementTable::locationIds));
        Set<UUID> touched = new HashSet<>(new Reversals(tx).settle(added));
        // What has been undone may no longer count.
        added.stream()
                .map(MovementPosted::reversesMovementId)
                .filter(Objects::nonNull)
                .forEach(touched::add);
        new LedgerChanges(tx).note(added, touched);
    }

    private Set<UUID> insertHeads(List<MovementPosted> movements) {
        return new HashSet<>(tx.handle()
                .createQuery(
                        """
                        insert into movement
                            (tenant_id, movement_id, movement_seq, movement_type, occurred_at, recorded_at,
                             source_type, source_id, reverses_movement_id)
                        select :tenant, head.*
                        from unnest(:ids, :seqs, :types, :occurred, :recorded, :source_types, :source_ids, :reversed)
                            as head
                        on conflict (tenant_id, movement_id) do nothing
                        returning movement_id
                        """)
                .bind("tenant", tx.tenant().value())
                .bindArray("ids", UUID.class, column(movements, MovementPosted::movementId))
                .bindArray("seqs", Long.class, column(movements, MovementPosted::movementSeq))
                .bindArray("types", String.class, column(movements, movement -> movement.movementType()
                        .name()))
                .bindArray("occurred", Instant.class, column(movements, MovementPosted::occurredAt))
                .bindArray("recorded", Instant.class, column(movements, MovementPosted::recordedAt))
                .bindArray("source_types", String.class, column(movements, MovementPosted::sourceType))
                .bindArray("source_ids", String.class, column(movements, MovementPosted::sourceId))
                .bindArray("reversed", UUID.class, column(movements, MovementPosted::reversesMovementId))
                .map((rs, context) -> rs.getObject("movement_id", UUID.class))
                .list());
    }

    private static <R, T> List<@Nullable T> column(List<R> rows, Function<R, @Nullable T> value) {
        return rows.stream().map(value).toList();
    }

    private void insertLines(List<MovementPosted> movements) {
        List<Line> lines = movements.stream()
                .flatMap(movement -> movement.lines().stream().map(line -> new Line(movement, line)))
                .toList();
        tx.handle()
                .createUpdate(
                        """
                        insert into movement_line
                            (tenant_id, movement_id, line_no, item_id, location_id, lot_code, lot_received_at,
                             qty_delta, uom, unit_cost, currency, reason_code, occurred_at, movement_seq, counts_as)
                        select :tenant, line.*
                        from unnest(:movements, :line_nos, :items, :locations, :lot_codes, :lots_received, :qty_deltas,
                                    :uoms, :unit_costs, :currencies, :reason_codes, :occurred, :seqs, :types) as line
                        """)
                .bind("tenant", tx.tenant().value())
                .bindArray("movements", UUID.class, column(lines, line -> line.movement.movementId()))
                .bindArray("line_nos", Integer.class, column(lines, line -> line.line.lineNo()))
                .bindArray("items", UUID.class, column(lines, line -> line.line.itemId()))
                .bindArray("locations", UUID.class, column(lines, line -> line.line.locationId()))
                .bindArray("lot_codes", String.class, column(lines, line -> line.line.lotCode()))
                .bindArray("lots_received", Instant.class, column(lines, line -> line.line.lotReceivedAt()))
                .bindArray("qty_deltas", BigDecimal.class, column(lines, line -> line.line.qtyDelta()))
                .bindArray("uoms", String.class, column(lines, line -> line.line.uom()))
                .bindArray("unit_costs", BigDecimal.class, column(lines, line -> line.line.unitCost()))
                .bindArray("currencies", String.class, column(lines, line -> line.line.currency()))
                .bindArray("reason_codes", String.class, column(lines, line -> line.line.reasonCode()))
                .bindArray("occurred", Instant.class, column(lines, line -> line.movement.occurredAt()))
                .bindArray("seqs", Long.class, column(lines, line -> line.movement.movementSeq()))
                .bindArray("types", String.class, column(lines, line -> line.movement
                        .movementType()
                        .name()))
                .execute();
    }

    /** An item or a location whose master data has not arrived yet has a row from its first movement on. */
    private void keepPlaceholders(String table, String key, Stream<UUID> ids) {
        tx.handle()
                .createUpdate(
                        """
                        insert into %s (tenant_id, %s)
                        select :tenant, id
                        from unnest(:ids) as id
                        on conflict do nothing
                        """
                                .formatted(table, key))
                .bind("tenant", tx.tenant().value())
                .bindArray("ids", UUID.class, ids.distinct().sorted().toList())
                .execute();
    }

    private static Stream<UUID> itemIds(MovementPosted movement) {
        return movement.lines().stream().map(MovementLine::itemId);
    }

    private static Stream<UUID> locationIds(MovementPosted movement) {
        return movement.lines().stream().map(MovementLine::locationId);
    }
}
