package io.andon.workorder.stock;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What there is of items, wherever it is. */
@ApplicationScoped
public class OnHand {

    /** The stock of each of {@code itemIds} over all locations and lots; items that never had any are left out. */
    public Map<UUID, BigDecimal> of(TenantTransaction tx, Collection<UUID> itemIds) {
        return tx.handle()
                .createQuery(
                        """
                        select item_id, sum(quantity) as quantity from stock_balance
                        where tenant_id = :tenant and item_id = any(:ids)
                        group by item_id
                        """)
                .bind("tenant", tx.tenant().value())
                .bindArray("ids", UUID.class, itemIds)
                .map((rs, context) -> Map.entry(rs.getObject("item_id", UUID.class), rs.getBigDecimal("quantity")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
