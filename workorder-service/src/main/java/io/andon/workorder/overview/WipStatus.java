package io.andon.workorder.overview;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.order.WorkOrderStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;

/** Orders that are not closed or canceled, by status, as they stand now, whatever the period. */
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
                        select status, output_uom, count(*) as orders, sum(quantity_planned) as planned
                        from work_order
                        where tenant_id = :tenant
                          and status in ('draft', 'released', 'in_progress', 'completed')
                          and (:item::uuid is null or output_item_id = :item::uuid)
                          and (:location::uuid is null
                               or :location::uuid in (default_consume_location_id, default_produce_location_id))
                        group by status, output_uom
                        order by output_uom
                        """)
                .bind("tenant", tx.tenant().value())
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
