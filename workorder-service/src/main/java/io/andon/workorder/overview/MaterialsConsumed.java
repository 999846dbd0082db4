package io.andon.workorder.overview;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.figures.Percentage;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What work orders consumed, the costliest first, and how that compares with their bills. An item filter takes the
 * material or what was made of it. A location filter takes where material came from; output may go elsewhere, so there
 * is nothing to expect of one location alone.
 */
@ApplicationScoped
class MaterialsConsumed implements Panel<List<MaterialUse>> {

    private static final int SHOWN = 50;

    @Override
    public List<MaterialUse> of(TenantTransaction tx, OverviewScope scope) {
        return tx.handle()
                .createQuery(
                        """
                        with consumed as (
                            select l.item_id, -sum(l.qty_delta) as quantity,
                                   coalesce(-sum(l.qty_delta) filter (where w.bom_id is not null), 0) as by_bom,
                                   -sum(l.qty_delta * l.unit_cost) as value
                            from stock_movement_line l
                            join stock_movement m on m.tenant_id = l.tenant_id and m.id = l.movement_id
                            left join work_order w on w.tenant_id = m.tenant_id and w.id = m.work_order_id
                            where l.tenant_id = :tenant
                              and l.movement_type = 'WO_ISSUE'
                              and l.occurred_at >= :start and l.occurred_at < :end
                              and (:item::uuid is null or l.item_id = :item::uuid or w.output_item_id = :item::uuid)
                              and (:location::uuid is null or l.location_id = :location::uuid)
                            group by l.item_id),
                        made as (
                            select w.bom_id, sum(o.good + o.scrap) as quantity
                            from production_output o
                            join work_order w on w.tenant_id = o.tenant_id and w.id = o.work_order_id
                            where o.tenant_id = :tenant
                              and o.occurred_at >= :start and o.occurred_at < :end
                              and w.bom_id is not null
                              and :location::uuid is null
                            group by w.bom_id),
                        expected as (
                            select c.component_item_id as item_id,
                                   sum(round(made.quantity * c.quantity * (1 + c.scrap_factor) / b.output_quantity, 6))
                                       as quantity
                            from made
                            join bom b on b.tenant_id = :tenant and b.id = made.bom_id
                            join bom_line c on c.tenant_id = b.tenant_id and c.bom_id = b.id
                            where :item::uuid is null or :item::uuid in (c.component_item_id, b.output_item_id)
                            group by c.component_item_id)
                        select i.id, i.sku, i.name, i.base_uom, coalesce(consumed.quantity, 0) as quantity,
                               coalesce(consumed.by_bom, 0) as by_bom, expected.quantity as expected
                        from consumed
                        full join expected on expected.item_id = consumed.item_id
                        join item i on i.tenant_id = :tenant and i.id = coalesce(consumed.item_id, expected.item_id)
                        where coalesce(consumed.quantity, 0) <> 0 or coalesce(expected.quantity, 0) <> 0
                        order by consumed.value desc nulls last, i.sku
                        limit :shown
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("start", scope.start())
                .bind("end", scope.end())
                .bind("item", scope.itemId())
                .bind("location", scope.locationId())
                .bind("shown", SHOWN)
                .map((rs, context) -> read(rs))
                .list();
    }

    private static MaterialUse read(ResultSet rs) throws SQLException {
        BigDecimal byBom = rs.getBigDecimal("by_bom");
        @Nullable BigDecimal expected = rs.getBigDecimal("expected");
        return new MaterialUse(
                rs.getObject("id", UUID.class),
                rs.getString("sku"),
                rs.getString("name"),
                rs.getString("base_uom"),
                rs.getBigDecimal("quantity"),
                byBom,
                expected,
                expected == null ? null : Percentage.deviation(byBom, expected));
    }
}
