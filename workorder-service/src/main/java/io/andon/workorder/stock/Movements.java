package io.andon.workorder.stock;

import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** The tables {@code stock_movement} and {@code stock_movement_line}: inserted into, never changed. */
@ApplicationScoped
class Movements {

    private static final String INSERT =
            """
            with movement as (
                insert into stock_movement (tenant_id, id, movement_seq, movement_type, occurred_at, recorded_at,
                    recorded_by, source_type, source_id, work_order_id, reverses_movement_id, allow_negative, reason,
                    notes)
                select :tenant, m.id, nextval('stock_movement_seq'), m.type, :occurredAt, :now,
                    :person, :source, :sourceId, :workOrder::uuid, m.reverses, :allowNegative, :reason,
                    :notes
                from unnest(:ids::uuid[], :types::text[], :reverses::uuid[]) as m (id, type, reverses)
                returning id, movement_seq, movement_type, occurred_at),
            line as (
                insert into stock_movement_line (tenant_id, movement_id, line_no, movement_seq, movement_type,
                    occurred_at, item_id, location_id, lot_code, lot_received_at, qty_delta, uom,
                    unit_cost, currency, reason_code)
                select :tenant, m.id, l.line_no, m.movement_seq, m.movement_type,
                    m.occurred_at, l.item_id, l.location_id, l.lot_code, l.lot_received_at, l.qty_delta, l.uom,
                    l.unit_cost, l.currency, l.reason_code
                from unnest(:movements::uuid[], :lineNos::int[], :items::uuid[], :locations::uuid[], :lots::text[],
                        :lotReceivedAt::timestamptz[], :qtyDeltas::numeric[], :uoms::text[],
                        :unitCosts::numeric[], :currencies::text[], :reasonCodes::text[])
                    as l (movement_id, line_no, item_id, location_id, lot_code, lot_received_at, qty_delta, uom,
                        unit_cost, currency, reason_code)
                join movement m on m.id = l.movement_id)
            select id, movement_seq from movement
            """;

    /** One row of {@code stock_movement_line}. */
    private record Row(UUID movementId, int lineNo, SettledLine settled) {
        Line line() {
            return settled.line();
        }
    }

    /** Inserts the movements and all their lines in one statement. */
    List<MovementPosted> insert(TenantTransaction tx, Posting posting, List<SettledMovement> movements) {
        Query insert = tx.handle().createQuery(INSERT);
        bindPosting(insert, tx, posting);
        Columns.of(movements, insert)
                .bind("ids", UUID.class, movement -> movement.draft().id())
                .bind("types", String.class, movement -> movement.draft().type().name())
                .bind("reverses", UUID.class, movement -> movement.draft().reversesMovementId());
        bindLines(insert, rows(movements));
        Map<UUID, Long> seqs = insert.map(
                        (rs, context) -> Map.entry(rs.getObject("id", UUID.class), rs.getLong("movement_seq")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return movements.stream()
                .map(movement ->
                        movement.asEvent(posting, seqs.get(movement.draft().id()), tx.now()))
                .toList();
    }

    private static void bindPosting(Query insert, TenantTransaction tx, Posting posting) {
        insert.bind("tenant", tx.tenant().value())
                .bind("occurredAt", posting.occurredAt())
                .bind("now", tx.now())
                .bind("person", posting.recordedBy())
                .bind("source", posting.source())
                .bind("sourceId", posting.sourceId())
                .bind("workOrder", posting.workOrderId())
                .bind("allowNegative", posting.overdraft().allowed())
                .bind("reason", posting.overdraft().reason())
                .bind("notes", posting.notes());
    }

    private static void bindLines(Query insert, List<Row> rows) {
        Columns.of(rows, insert)
                .bind("movements", UUID.class, Row::movementId)
                .bind("lineNos", Integer.class, Row::lineNo)
                .bind("items", UUID.class, row -> row.line().item().id())
                .bind("locations", UUID.class, row -> row.line().locationId())
                .bind("lots", String.class, row -> row.settled().lotCode())
                .bind("lotReceivedAt", Instant.class, row -> row.line().lotReceivedAt())
                .bind("qtyDeltas", BigDecimal.class, row -> row.settled().qtyDelta())
                .bind("uoms", String.class, row -> row.line().item().baseUom())
                .bind("unitCosts", BigDecimal.class, row -> row.line().unitCost())
                .bind("currencies", String.class, row -> row.line().currency())
                .bind("reasonCodes", String.class, row -> row.line().reasonCode());
    }

    private static List<Row> rows(List<SettledMovement> movements) {
        List<Row> rows = new ArrayList<>();
        for (SettledMovement movement : movements) {
            for (int i = 0; i < movement.lines().size(); i++) {
                rows.add(new Row(movement.draft().id(), i + 1, movement.lines().get(i)));
            }
        }
        return rows;
    }
}
