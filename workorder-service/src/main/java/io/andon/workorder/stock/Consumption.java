package io.andon.workorder.stock;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What work orders took from stock, less what voids gave back. */
@ApplicationScoped
public class Consumption {

    /** How much of each item the order took, in the item's base unit; items whose sum is zero are left out. */
    public Map<UUID, BigDecimal> of(TenantTransaction tx, UUID workOrderId) {
        return tx.handle()
                .createQuery(
                        """
                        select l.item_id, -sum(l.qty_delta) as quantity
                        from stock_movement m
                        join stock_movement_line l on l.tenant_id = m.tenant_id and l.movement_id = m.id
                        where m.tenant_id = :tenant and m.work_order_id = :order and m.movement_type = 'WO_ISSUE'
                        group by l.item_id
                        having sum(l.qty_delta) <> 0
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("order", workOrderId)
                .map((rs, context) -> Map.entry(rs.getObject("item_id", UUID.class), rs.getBigDecimal("quantity")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
