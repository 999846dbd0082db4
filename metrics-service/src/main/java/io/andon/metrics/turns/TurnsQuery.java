package io.andon.metrics.turns;

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

/** Reads the turns of published runs. */
@ApplicationScoped
class TurnsQuery {

    private static final String ROWS =
            """
            select r.*, i.sku, i.name, cast(run.parameters ->> 'turnsWindowDays' as integer) as window_days
            from turns_result r
            join metrics_run run on run.tenant_id = r.tenant_id and run.run_id = r.run_id
            join item i on i.tenant_id = r.tenant_id and i.item_id = r.item_id
            where r.tenant_id = :tenant and r.run_id = :run and r.position > :after
              and r.item_id = coalesce(:item, r.item_id)
            order by r.position
            limit :limit
            """;

    Results<TurnsRow> rows() {
        return new Results<>(
                TurnsDoi.NAME,
                "turns-doi",
                MetricWindow.TURNS,
                TurnsRow.class,
                (tx, runId, after, limit) -> read(tx, runId, null, after, limit));
    }

    List<TurnsRow> rowsOf(TenantTransaction tx, UUID runId, UUID itemId) {
        return read(tx, runId, itemId, 0, Integer.MAX_VALUE).stream()
                .map(Numbered::row)
                .toList();
    }

    private static List<Numbered<TurnsRow>> read(
            TenantTransaction tx, UUID runId, @Nullable UUID itemId, int after, int limit) {
        return tx.handle()
                .createQuery(ROWS)
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .bind("item", itemId)
                .bind("after", after)
                .bind("limit", limit)
                .map((rs, context) -> new Numbered<>(rs.getInt("position"), row(rs)))
                .list();
    }

    TurnsSummary.Totals totals(TenantTransaction tx, UUID runId) {
        return tx.handle()
                .createQuery(
                        """
                        select count(*) as items,
                               coalesce(sum(outflow_cost), 0) as outflow_cost,
                               coalesce(sum(average_value), 0) as average_value
                        from turns_result
                        where tenant_id = :tenant and run_id = :run
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .map((rs, context) -> new TurnsSummary.Totals(
                        rs.getInt("items"), rs.getBigDecimal("outflow_cost"), rs.getBigDecimal("average_value")))
                .one();
    }

    private static TurnsRow row(ResultSet rs) throws SQLException {
        return new TurnsRow(
                rs.getObject("item_id", UUID.class),
                rs.getString("sku"),
                rs.getString("name"),
                rs.getBigDecimal("outflow"),
                rs.getBigDecimal("outflow_cost"),
                rs.getBigDecimal("average_on_hand"),
                rs.getBigDecimal("average_value"),
                rs.getBigDecimal("turns"),
                rs.getBigDecimal("annualized_turns"),
                rs.getBigDecimal("avg_daily_outflow"),
                rs.getBigDecimal("doi_days"),
                rs.getBigDecimal("days_of_supply"),
                rs.getInt("window_days"),
                rs.getBoolean("had_negative"),
                rs.getString("reason"),
                Columns.texts(rs, "warnings"));
    }
}
