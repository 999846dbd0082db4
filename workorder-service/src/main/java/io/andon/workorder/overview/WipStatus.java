package io.andon.workorder.overview;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.order.WorkOrderStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;

/**
 * Orders that were not closed or canceled at the end of the period, by the status that their last recorded step before
 * it led to. The quantities are those planned now. A location filter takes the orders that consume or produce there by
 * default.
 */
@ApplicationScoped
class WipStatus implements Panel<List<StatusLoad>> {

    private static final List<WorkOrderStatus> SHOWN = List.of(
            WorkOrderStatus.DRAFT, WorkOrderStatus.RELEASED, WorkOrderStatus.IN_PROGRESS, WorkOrderStatus.COMPLETED);

    private record Row(WorkOrderStatus status, String uom, long orders, BigDecimal planned) {}

    @Override
    public List<StatusLoad> of(TenantTransaction tx, OverviewScope scope) {
        List<Row> rows = rows(tx, scope);
        return SHOWN.stream().map(status -> load(status, rows)).toList();
    }

    private static StatusLoad load(WorkOrderStatus status, List<Row> all) {
        List<Row> rows = all.stream().filter(row -> row.status() == status).toList();
        return new StatusLoad(
                status,
                rows.stream().mapToLong(Row::orders).sum(),
                rows.stream()
                        .map(row -> new UomQuantity(row.uom(), row.planned()))
                        .toList());
    }

    private static List<Row> rows(TenantTransaction tx, OverviewScope scope) {
        return tx.handle()
                .createQuery(
                        """
                        select step.to_status as status, w.output_uom, count(*) as orders,
                               sum(w.quantity_planned) as planned
                        from work_order w
                        cross join lateral (
                            select t.to_status from work_order_transition t
                            where t.tenant_id = w.tenant_id and t.work_order_id = w.id and t.at < :end
                            order by t.version desc
                            limit 1) step
                        where w.tenant_id = :tenant
                          and step.to_status in ('draft', 'released', 'in_progress', 'completed')
                          and (:item::uuid is null or w.output_item_id = :item::uuid)
                          and (:location::uuid is null
                               or :location::uuid in (w.default_consume_location_id, w.default_produce_location_id))
                        group by step.to_status, w.output_uom
                        order by w.output_uom
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("end", scope.end())
                .bind("item", scope.itemId())
                .bind("location", scope.locationId())
                .map((rs, context) -> new Row(
                        WorkOrderStatus.of(rs.getString("status")),
                        rs.getString("output_uom"),
                        rs.getLong("orders"),
                        rs.getBigDecimal("planned")))
                .list();
    }
}
