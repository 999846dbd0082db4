package io.andon.workorder.order;

import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The table {@code production_output}: inserted into, never changed. */
@ApplicationScoped
class Outputs {

    void insert(TenantTransaction tx, WorkOrder order, List<Output> outputs, Instant occurredAt) {
        Update insert = tx.handle()
                .createUpdate(
                        """
                        insert into production_output (tenant_id, id, work_order_id, item_id, location_id, uom,
                            good, scrap, occurred_at, recorded_at)
                        select :tenant, o.id, :order, :item, o.location_id, :uom, o.good, o.scrap, :occurredAt, :now
                        from unnest(:ids::uuid[], :locations::uuid[], :good::numeric[], :scrap::numeric[])
                            as o (id, location_id, good, scrap)
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("order", order.id())
                .bind("item", order.outputItemId())
                .bind("uom", order.outputUom())
                .bind("occurredAt", occurredAt)
                .bind("now", tx.now());
        Columns.of(outputs, insert)
                .bind("ids", UUID.class, output -> Ids.next())
                .bind("locations", UUID.class, Output::locationId)
                .bind("good", BigDecimal.class, Output::good)
                .bind("scrap", BigDecimal.class, Output::scrap);
        insert.execute();
    }

    /**
     * The business time at which good and scrap together reached {@code planned}; null if they have not. What was
     * withdrawn cancels out, because it carries the time of what it undoes.
     */
    @Nullable
    Instant reached(TenantTransaction tx, UUID orderId, BigDecimal planned) {
        return tx.handle()
                .createQuery(
                        """
                        with made as (
                            select occurred_at, sum(sum(good + scrap)) over (order by occurred_at) as so_far
                            from production_output
                            where tenant_id = :tenant and work_order_id = :order
                            group by occurred_at)
                        select occurred_at from made where so_far >= :planned order by occurred_at limit 1
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("order", orderId)
                .bind("planned", planned)
                .map((rs, context) -> rs.getTimestamp("occurred_at").toInstant())
                .findOne()
                .orElse(null);
    }
}
