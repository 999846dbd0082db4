package io.andon.workorder.stock;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** The table {@code stock_balance}. Both statements take row locks in the order of its key, so none can deadlock. */
@ApplicationScoped
class Balances {

    private static final String LOCK =
            """
            select item_id, location_id, lot_code, quantity, received_at
            from stock_balance
            where tenant_id = :tenant
              and (item_id, location_id) in (select * from unnest(:items::uuid[], :locations::uuid[]))
            order by item_id, location_id, lot_code
            for no key update
            """;

    private static final String STORE =
            """
            insert into stock_balance as b
                (tenant_id, item_id, location_id, lot_code, quantity, received_at, updated_at)
            select :tenant, d.item_id, d.location_id, d.lot_code, d.delta, d.received_at, :now
            from unnest(:items::uuid[], :locations::uuid[], :lots::text[], :deltas::numeric[],
                    :receivedAt::timestamptz[])
                as d (item_id, location_id, lot_code, delta, received_at)
            order by d.item_id, d.location_id, d.lot_code
            on conflict (tenant_id, item_id, location_id, lot_code) do update
            set quantity = b.quantity + excluded.quantity,
                received_at = case
                    when b.quantity > 0 then least(b.received_at, excluded.received_at)
                    else excluded.received_at end,
                updated_at = excluded.updated_at
            """;

    /** Every bin of the lines' items and locations, locked until the transaction ends. */
    Stock lock(TenantTransaction tx, List<Line> lines) {
        Query lock = tx.handle().createQuery(LOCK).bind("tenant", tx.tenant().value());
        Columns.of(lines, lock)
                .bind("items", UUID.class, line -> line.item().id())
                .bind("locations", UUID.class, Line::locationId);
        return new Stock(lock.map((rs, context) -> read(rs)).list());
    }

    /** Books what the posting did. A bin that another transaction has created meanwhile is added to. */
    void store(TenantTransaction tx, Stock stock) {
        List<BinStock> touched = stock.bins().stream().filter(BinStock::touched).toList();
        Update store = tx.handle()
                .createUpdate(STORE)
                .bind("tenant", tx.tenant().value())
                .bind("now", tx.now());
        Columns.of(touched, store)
                .bind("items", UUID.class, stored -> stored.bin().itemId())
                .bind("locations", UUID.class, stored -> stored.bin().locationId())
                .bind("lots", String.class, stored -> stored.bin().lotCode())
                .bind("deltas", BigDecimal.class, BinStock::delta)
                .bind("receivedAt", Instant.class, BinStock::receivedAt);
        store.execute();
    }

    private static BinStock read(ResultSet rs) throws SQLException {
        return new BinStock(
                new Bin(
                        rs.getObject("item_id", UUID.class),
                        rs.getObject("location_id", UUID.class),
                        rs.getString("lot_code")),
                rs.getBigDecimal("quantity"),
                rs.getTimestamp("received_at").toInstant());
    }
}
