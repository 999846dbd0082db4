package io.andon.metrics.aging;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.metrics.list.Columns;
import io.andon.metrics.list.Numbered;
import io.andon.metrics.list.Results;
import io.andon.metrics.run.MetricWindow;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads how old stock was in published runs. */
@ApplicationScoped
class AgingQuery {

    private static final String ROWS =
            """
            select r.*, i.sku, i.name, place.code as location_code
            from aging_result r
            join item i on i.tenant_id = r.tenant_id and i.item_id = r.item_id
            left join location place on place.tenant_id = r.tenant_id and place.location_id = r.location_id
            where r.tenant_id = :tenant
              and r.run_id = :run
              and r.position > :after
              and r.item_id = coalesce(:item, r.item_id)
              and (cast(:bucket as integer) is null or r.bucket_quantities[cast(:bucket as integer)] > 0)
            order by r.position
            limit :limit
            """;

    /** @param bucket only stock with something in this one, from 1; null for all */
    Results<AgingRow> rows(@Nullable String bucket) {
        return new Results<>(
                InventoryAging.NAME,
                "inventory-aging",
                MetricWindow.NONE,
                AgingRow.class,
                (tx, runId, after, limit) -> read(tx, runId, bucket, null, after, limit));
    }

    List<AgingRow> rowsOf(TenantTransaction tx, UUID runId, UUID itemId) {
        return read(tx, runId, null, itemId, 0, Integer.MAX_VALUE).stream()
                .map(Numbered::row)
                .toList();
    }

    private static List<Numbered<AgingRow>> read(
            TenantTransaction tx, UUID runId, @Nullable String bucket, @Nullable UUID itemId, int after, int limit) {
        return tx.handle()
                .createQuery(ROWS)
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .bind("bucket", bucket)
                .bind("item", itemId)
                .bind("after", after)
                .bind("limit", limit)
                .map((rs, context) -> new Numbered<>(rs.getInt("position"), row(rs)))
                .list();
    }

    /** What each bucket holds, the youngest first. */
    List<AgingSummary.Total> totals(TenantTransaction tx, UUID runId) {
        return tx.handle()
                .createQuery(
                        """
                        select bucket,
                               count(distinct r.item_id) filter (where r.bucket_quantities[bucket] > 0) as items,
                               coalesce(sum(r.bucket_values[bucket]), 0) as value
                        from metrics_run run
                        cross join generate_series(1, cardinality(run.aging_buckets) + 1) as bucket
                        left join aging_result r on r.tenant_id = run.tenant_id and r.run_id = run.run_id
                        where run.tenant_id = :tenant and run.run_id = :run
                        group by bucket
                        order by bucket
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .map((rs, context) -> new AgingSummary.Total(rs.getInt("items"), rs.getBigDecimal("value")))
                .list();
    }

    private static AgingRow row(ResultSet rs) throws SQLException {
        List<BigDecimal> quantities = Columns.decimals(rs, "bucket_quantities");
        List<BigDecimal> values = Columns.decimals(rs, "bucket_values");
        return new AgingRow(
                rs.getObject("item_id", UUID.class),
                rs.getString("sku"),
                rs.getString("name"),
                rs.getObject("location_id", UUID.class),
                rs.getString("location_code"),
                rs.getString("lot_code"),
                quantities.get(0),
                quantities.get(1),
                quantities.get(2),
                quantities.get(3),
                rs.getInt("oldest_age_days"),
                rs.getBigDecimal("average_age_days"),
                values.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                values,
                Columns.texts(rs, "warnings"));
    }
}
