package io.andon.workorder.stock;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Balances by item, location and lot. Lots that are used up are left out; an empty shelf is worth knowing. */
@ApplicationScoped
class BalanceList {

    List<Balance> rows(
            TenantTransaction tx, @Nullable UUID itemId, @Nullable UUID locationId, @Nullable Bin after, int limit) {
        return tx.handle()
                .createQuery(
                        """
                        select b.item_id, i.sku, i.name, b.location_id, l.code, b.lot_code, b.quantity, i.base_uom,
                               b.updated_at
                        from stock_balance b
                        join item i on i.tenant_id = b.tenant_id and i.id = b.item_id
                        join location l on l.tenant_id = b.tenant_id and l.id = b.location_id
                        where b.tenant_id = :tenant
                          and (:item::uuid is null or b.item_id = :item::uuid)
                          and (:location::uuid is null or b.location_id = :location::uuid)
                          and (b.quantity <> 0 or b.lot_code = '')
                          and (:afterItem::uuid is null
                               or (b.item_id, b.location_id, b.lot_code) > (:afterItem::uuid, :afterLocation::uuid, :afterLot::text))
                        order by b.item_id, b.location_id, b.lot_code
                        limit :limit
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("item", itemId)
                .bind("location", locationId)
                .bind("afterItem", after == null ? null : after.itemId())
                .bind("afterLocation", after == null ? null : after.locationId())
                .bind("afterLot", after == null ? null : after.lotCode())
                .bind("limit", limit)
                .map((rs, context) -> new Balance(
                        rs.getObject("item_id", UUID.class),
                        rs.getString("sku"),
                        rs.getString("name"),
                        rs.getObject("location_id", UUID.class),
                        rs.getString("code"),
                        rs.getString("lot_code").isEmpty() ? null : rs.getString("lot_code"),
                        rs.getBigDecimal("quantity"),
                        rs.getString("base_uom"),
                        rs.getTimestamp("updated_at").toInstant()))
                .list();
    }
}
