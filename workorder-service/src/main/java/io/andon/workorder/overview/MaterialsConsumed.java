package io.andon.workorder.overview;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What work orders consumed, the costliest first. An item filter takes the material or what was made of it. */
@ApplicationScoped
class MaterialsConsumed implements Panel<List<SkuQuantity>> {

    private static final int SHOWN = 50;

    @Override
    public List<SkuQuantity> of(TenantTransaction tx, OverviewScope scope) {
        return tx.handle()
                .createQuery(
                        """
                        select l.item_id, i.sku, i.name, l.uom, -sum(l.qty_delta) as quantity
                        from stock_movement_line l
                        join stock_movement m on m.tenant_id = l.tenant_id and m.id = l.movement_id
                        join item i on i.tenant_id = l.tenant_id and i.id = l.item_id
                        left join work_order w on w.tenant_id = m.tenant_id and w.id = m.work_order_id
                        where l.tenant_id = :tenant
                          and l.movement_type = 'WO_ISSUE'
                          and l.occurred_at >= :start and l.occurred_at < :end
                          and (:item::uuid is null or l.item_id = :item::uuid or w.output_item_id = :item::uuid)
                          and (:location::uuid is null or l.location_id = :location::uuid)
                        group by l.item_id, i.sku, i.name, l.uom
                        having sum(l.qty_delta) <> 0
                        order by sum(l.qty_delta * l.unit_cost) nulls last, i.sku
                        limit :shown
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("start", scope.start())
                .bind("end", scope.end())
                .bind("item", scope.itemId())
                .bind("location", scope.locationId())
                .bind("shown", SHOWN)
                .map((rs, context) -> SkuQuantity.read(rs))
                .list();
    }
}
