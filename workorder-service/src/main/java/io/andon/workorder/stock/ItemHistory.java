package io.andon.workorder.stock;

import io.andon.events.MovementType;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.item.Items;
import io.andon.workorder.tenantsettings.SettingsStore;
import io.andon.workorder.tenantsettings.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item's lines in the ledger, the latest first. */
@ApplicationScoped
class ItemHistory {

    private final Items items;
    private final SettingsStore settings;

    ItemHistory(Items items, SettingsStore settings) {
        this.items = items;
        this.settings = settings;
    }

    List<ItemMovement> rows(
            TenantTransaction tx, UUID itemId, HistoryPeriod period, @Nullable HistoryPosition after, int limit) {
        items.require(tx, itemId);
        TenantSettings ofTenant = settings.of(tx);
        return tx.handle()
                .createQuery(
                        """
                        select l.*, m.recorded_at, m.recorded_by, m.source_type, m.source_id, m.work_order_id,
                               m.reverses_movement_id, m.reason
                        from stock_movement_line l
                        join stock_movement m on m.tenant_id = l.tenant_id and m.id = l.movement_id
                        where l.tenant_id = :tenant
                          and l.item_id = :item
                          and (:from::timestamptz is null or l.occurred_at >= :from::timestamptz)
                          and (:to::timestamptz is null or l.occurred_at < :to::timestamptz)
                          and (:afterSeq::bigint is null
                               or (l.occurred_at, l.movement_seq, l.line_no) < (:afterTime::timestamptz, :afterSeq::bigint, :afterLine::int))
                        order by l.occurred_at desc, l.movement_seq desc, l.line_no desc
                        limit :limit
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("item", itemId)
                .bind("from", period.from(ofTenant))
                .bind("to", period.to(ofTenant))
                .bind("afterTime", after == null ? null : after.occurredAt())
                .bind("afterSeq", after == null ? null : after.movementSeq())
                .bind("afterLine", after == null ? null : after.lineNo())
                .bind("limit", limit)
                .map((rs, context) -> read(rs))
                .list();
    }

    private static ItemMovement read(ResultSet rs) throws SQLException {
        return new ItemMovement(
                rs.getObject("movement_id", UUID.class),
                rs.getLong("movement_seq"),
                MovementType.valueOf(rs.getString("movement_type")),
                rs.getTimestamp("occurred_at").toInstant(),
                rs.getTimestamp("recorded_at").toInstant(),
                rs.getString("recorded_by"),
                rs.getString("source_type"),
                rs.getString("source_id"),
                rs.getObject("work_order_id", UUID.class),
                rs.getObject("reverses_movement_id", UUID.class),
                rs.getString("reason"),
                rs.getInt("line_no"),
                rs.getObject("location_id", UUID.class),
                rs.getString("lot_code").isEmpty() ? null : rs.getString("lot_code"),
                rs.getBigDecimal("qty_delta"),
                rs.getString("uom"),
                rs.getBigDecimal("unit_cost"),
                rs.getString("currency"),
                rs.getString("reason_code"));
    }
}
