package io.andon.workorder.stock;

import io.andon.events.InventoryEvent.MovementLine;
import io.andon.events.MovementType;
import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks up what is posted, by movement. */
@ApplicationScoped
public class LedgerEntries {

    /** The lines of those of {@code movementIds} that exist, by movement, each list in the order of its numbers. */
    public Map<UUID, List<MovementLine>> lines(TenantTransaction tx, Collection<UUID> movementIds) {
        return tx.handle()
                .createQuery(
                        """
                        select * from stock_movement_line
                        where tenant_id = :tenant and movement_id = any(:ids)
                        order by movement_id, line_no
                        """)
                .bind("tenant", tx.tenant().value())
                .bindArray("ids", UUID.class, movementIds)
                .map((rs, context) -> Map.entry(rs.getObject("movement_id", UUID.class), line(rs)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The entries of {@code movementIds}, which all exist, in that order. */
    List<LedgerEntry> withIds(TenantTransaction tx, List<UUID> movementIds) {
        Map<UUID, List<MovementLine>> lines = lines(tx, movementIds);
        Map<UUID, LedgerEntry> found = tx
                .handle()
                .createQuery("select * from stock_movement where tenant_id = :tenant and id = any(:ids)")
                .bind("tenant", tx.tenant().value())
                .bindArray("ids", UUID.class, movementIds)
                .map((rs, context) -> entry(rs, lines))
                .stream()
                .collect(Collectors.toMap(LedgerEntry::id, Function.identity()));
        return movementIds.stream().map(found::get).toList();
    }

    private static LedgerEntry entry(ResultSet rs, Map<UUID, List<MovementLine>> lines) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        return new LedgerEntry(
                id,
                MovementType.valueOf(rs.getString("movement_type")),
                rs.getTimestamp("occurred_at").toInstant(),
                rs.getString("source_type"),
                rs.getString("source_id"),
                rs.getObject("work_order_id", UUID.class),
                lines.getOrDefault(id, List.of()));
    }

    private static MovementLine line(ResultSet rs) throws SQLException {
        @Nullable Timestamp lotReceivedAt = rs.getTimestamp("lot_received_at");
        String lotCode = rs.getString("lot_code");
        return new MovementLine(
                rs.getInt("line_no"),
                rs.getObject("item_id", UUID.class),
                rs.getObject("location_id", UUID.class),
                lotCode.equals(Line.NO_LOT) ? null : lotCode,
                lotReceivedAt == null ? null : lotReceivedAt.toInstant(),
                rs.getBigDecimal("qty_delta"),
                rs.getString("uom"),
                rs.getBigDecimal("unit_cost"),
                rs.getString("currency"),
                rs.getString("reason_code"));
    }
}
