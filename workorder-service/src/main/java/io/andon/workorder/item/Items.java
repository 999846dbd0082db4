package io.andon.workorder.item;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks items up. */
@ApplicationScoped
public class Items {

    /** @throws ItemNotFound if the tenant has no such item */
    public Item require(TenantTransaction tx, UUID id) {
        return withIds(tx, List.of(id)).stream().findFirst().orElseThrow(() -> new ItemNotFound(id));
    }

    /** Those of {@code ids} that exist, in no particular order. */
    public List<Item> withIds(TenantTransaction tx, Collection<UUID> ids) {
        return tx.handle()
                .createQuery("select * from item where tenant_id = :tenant and id = any(:ids)")
                .bind("tenant", tx.tenant().value())
                .bindArray("ids", UUID.class, ids)
                .map((rs, context) -> read(rs))
                .list();
    }

    /**
     * Items by sku.
     *
     * @param afterSku the last sku of the page before
     */
    List<Item> list(TenantTransaction tx, ItemFilter wanted, @Nullable String afterSku, int limit) {
        Collection<UUID> among = wanted.among();
        return tx.handle()
                .createQuery(
                        """
                        select * from item
                        where tenant_id = :tenant
                          and (:contained::text is null
                               or position(lower(:contained) in lower(sku)) > 0
                               or position(lower(:contained) in lower(name)) > 0)
                          and (:type::text is null or item_type = :type)
                          and (:any or id = any(:among))
                          and (:after::text is null or sku > :after)
                        order by sku
                        limit :limit
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("contained", wanted.contained())
                .bind("type", wanted.type() == null ? null : wanted.type().toString())
                .bind("any", among == null)
                .bindArray("among", UUID.class, among == null ? List.of() : among)
                .bind("after", afterSku)
                .bind("limit", limit)
                .map((rs, context) -> read(rs))
                .list();
    }

    static Item read(ResultSet rs) throws SQLException {
        return new Item(
                rs.getObject("id", UUID.class),
                rs.getString("sku"),
                rs.getString("name"),
                ItemType.of(rs.getString("item_type")),
                rs.getString("base_uom"),
                rs.getBigDecimal("standard_cost"),
                rs.getString("currency"),
                rs.getBoolean("lot_tracked"),
                rs.getBoolean("discrete"),
                rs.getBoolean("active"),
                rs.getTimestamp("created_at").toInstant(),
                rs.getTimestamp("updated_at").toInstant(),
                rs.getInt("version"));
    }
}
