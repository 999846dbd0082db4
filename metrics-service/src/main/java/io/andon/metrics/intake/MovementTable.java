package io.andon.metrics.intake;

import io.andon.events.InventoryEvent.MovementLine;
import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.kit.tenant.TenantTransaction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Movements and their lines. */
final class MovementTable {

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
        new Reversals(tx).settle(added.stream().map(MovementPosted::movementId).toList());
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

    private static <T> List<@Nullable T> column(
            List<MovementPosted> movements, Function<MovementPosted, @Nullable T> value) {
        return movements.stream().map(value).toList();
    }

    private void insertLines(List<MovementPosted> movements) {
        PreparedBatch batch = tx.handle()
                .prepareBatch(
                        """
                        insert into movement_line
                            (tenant_id, movement_id, line_no, item_id, location_id, lot_code, lot_received_at,
                             qty_delta, uom, unit_cost, currency, reason_code, occurred_at, movement_seq, counts_as)
                        values
                            (:tenant, :movement, :line_no, :item, :location, :lot_code, :lot_received_at,
                             :qty_delta, :uom, :unit_cost, :currency, :reason_code, :occurred_at, :seq, :type)
                        """);
        movements.forEach(movement -> movement.lines().forEach(line -> addLine(batch, movement, line)));
        batch.execute();
    }

    private void addLine(PreparedBatch batch, MovementPosted movement, MovementLine line) {
        batch.bind("tenant", tx.tenant().value())
                .bind("movement", movement.movementId())
                .bind("line_no", line.lineNo())
                .bind("item", line.itemId())
                .bind("location", line.locationId())
                .bind("lot_code", line.lotCode())
                .bind("lot_received_at", line.lotReceivedAt() == null ? null : utc(line.lotReceivedAt()))
                .bind("qty_delta", line.qtyDelta())
                .bind("uom", line.uom())
                .bind("unit_cost", line.unitCost())
                .bind("currency", line.currency())
                .bind("reason_code", line.reasonCode())
                .bind("occurred_at", utc(movement.occurredAt()))
                .bind("seq", movement.movementSeq())
                .bind("type", movement.movementType().name())
                .add();
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

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
