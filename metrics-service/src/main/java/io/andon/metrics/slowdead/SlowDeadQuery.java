package io.andon.metrics.slowdead;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.metrics.list.Columns;
import io.andon.metrics.list.Numbered;
import io.andon.metrics.list.Results;
import io.andon.metrics.run.MetricWindow;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the slow and dead stock of published runs. */
@ApplicationScoped
class SlowDeadQuery {

    private static final String ROWS =
            """
            select r.*, i.sku, i.name
            from slow_dead_result r
            join item i on i.tenant_id = r.tenant_id and i.item_id = r.item_id
            where r.tenant_id = :tenant
              and r.run_id = :run
              and r.position > :after
              and r.item_id = coalesce(:item, r.item_id)
              and r.state = coalesce(:state, r.state)
            order by r.position
            limit :limit
            """;

    /** @param state only this one; null for all */
    Results<SlowDeadRow> rows(@Nullable String state) {
        return new Results<>(
                SlowDeadStock.NAME,
                "slow-dead-stock",
                MetricWindow.NONE,
                SlowDeadRow.class,
                (tx, runId, after, limit) -> read(tx, runId, state, null, after, limit));
    }

    List<SlowDeadRow> rowsOf(TenantTransaction tx, UUID runId, UUID itemId) {
        return read(tx, runId, null, itemId, 0, Integer.MAX_VALUE).stream()
                .map(Numbered::row)
                .toList();
    }

    private static List<Numbered<SlowDeadRow>> read(
            TenantTransaction tx, UUID runId, @Nullable String state, @Nullable UUID itemId, int after, int limit) {
        return tx.handle()
                .createQuery(ROWS)
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .bind("state", state)
                .bind("item", itemId)
                .bind("after", after)
                .bind("limit", limit)
                .map((rs, context) -> new Numbered<>(rs.getInt("position"), row(rs)))
                .list();
    }

    /** Items and value of each state that occurs. */
    List<SlowDeadSummary.Total> totals(TenantTransaction tx, UUID runId) {
        return tx.handle()
                .createQuery(
                        """
                        select state, count(*) as items, sum(tied_up_value) as value
                        from slow_dead_result
                        where tenant_id = :tenant and run_id = :run
                        group by state
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .map((rs, context) -> new SlowDeadSummary.Total(
                        StockState.valueOf(rs.getString("state")), rs.getInt("items"), rs.getBigDecimal("value")))
                .list();
    }

    private static SlowDeadRow row(ResultSet rs) throws SQLException {
        StockState state = StockState.valueOf(rs.getString("state"));
        return new SlowDeadRow(
                rs.getObject("item_id", UUID.class),
                rs.getString("sku"),
                rs.getString("name"),
                state,
                rs.getObject("idle_days", Integer.class),
                Columns.instant(rs, "last_movement_at"),
                Columns.instant(rs, "last_outflow_at"),
                Columns.instant(rs, "first_stocked_at"),
                rs.getBigDecimal("on_hand"),
                state == StockState.SLOW,
                state == StockState.DEAD,
                rs.getBigDecimal("tied_up_value"),
                Columns.texts(rs, "warnings"));
    }
}
