package io.andon.metrics.abc;

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

/** Reads the classifications of published runs. */
@ApplicationScoped
class AbcQuery {

    private static final String ROWS =
            """
            select r.*, i.sku, i.name
            from abc_result r
            join item i on i.tenant_id = r.tenant_id and i.item_id = r.item_id
            where r.tenant_id = :tenant
              and r.run_id = :run
              and r.position > :after
              and r.item_id = coalesce(:item, r.item_id)
              and r.abc_class = coalesce(:class, r.abc_class)
            order by r.position
            limit :limit
            """;

    /** @param abcClass only this class; null for all */
    Results<AbcRow> rows(@Nullable String abcClass) {
        return new Results<>(
                AbcClassification.NAME,
                "abc-classification",
                MetricWindow.ABC,
                AbcRow.class,
                (tx, runId, after, limit) -> read(tx, runId, abcClass, null, after, limit));
    }

    List<AbcRow> rowsOf(TenantTransaction tx, UUID runId, UUID itemId) {
        return read(tx, runId, null, itemId, 0, Integer.MAX_VALUE).stream()
                .map(Numbered::row)
                .toList();
    }

    private static List<Numbered<AbcRow>> read(
            TenantTransaction tx, UUID runId, @Nullable String abcClass, @Nullable UUID itemId, int after, int limit) {
        return tx.handle()
                .createQuery(ROWS)
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .bind("class", abcClass)
                .bind("item", itemId)
                .bind("after", after)
                .bind("limit", limit)
                .map((rs, context) -> new Numbered<>(rs.getInt("position"), row(rs)))
                .list();
    }

    /** Items and value of each class, in the order A, B, C. */
    List<AbcSummary.Total> totals(TenantTransaction tx, UUID runId) {
        return tx.handle()
                .createQuery(
                        """
                        select class, count(r.item_id) as items, coalesce(sum(r.total_value), 0) as value
                        from unnest(array['A', 'B', 'C']) as class
                        left join abc_result r
                            on r.tenant_id = :tenant and r.run_id = :run and r.abc_class = class
                        group by class
                        order by class
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .map((rs, context) ->
                        new AbcSummary.Total(rs.getString("class"), rs.getInt("items"), rs.getBigDecimal("value")))
                .list();
    }

    private static AbcRow row(ResultSet rs) throws SQLException {
        return new AbcRow(
                rs.getObject("item_id", UUID.class),
                rs.getString("sku"),
                rs.getString("name"),
                rs.getBigDecimal("total_value"),
                rs.getBigDecimal("cumulative_percentage"),
                rs.getString("abc_class"),
                rs.getString("previous_class"),
                Columns.instant(rs, "changed_at"),
                rs.getString("reason"),
                Columns.texts(rs, "warnings"));
    }
}
