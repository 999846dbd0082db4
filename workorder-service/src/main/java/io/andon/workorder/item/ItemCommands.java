package io.andon.workorder.item;

import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.tenantsettings.SettingsStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Creates and changes items, and announces each new state. */
@ApplicationScoped
class ItemCommands {

    private final SettingsStore settings;

    ItemCommands(SettingsStore settings) {
        this.settings = settings;
    }

    /** @throws SkuTaken if another item has it */
    Item create(TenantTransaction tx, NewItem wanted) {
        Item item = tx.handle()
                .createQuery(
                        """
                        insert into item (tenant_id, id, sku, name, item_type, base_uom, standard_cost, currency,
                                          lot_tracked, discrete, active, created_at, updated_at, version)
                        values (:tenant, :id, :sku, :name, :type, :baseUom, :standardCost, :currency,
                                :lotTracked, :discrete, :active, :now, :now, 1)
                        on conflict (tenant_id, sku) do nothing
                        returning *
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("id", Ids.next())
                .bind("sku", wanted.sku())
                .bind("name", wanted.name())
                .bind("type", wanted.type().toString())
                .bind("baseUom", wanted.baseUom())
                .bind("standardCost", wanted.standardCost())
                .bind("currency", wanted.currency() == null ? currencyOfTenant(tx) : wanted.currency())
                .bind("lotTracked", Boolean.TRUE.equals(wanted.lotTracked()))
                .bind("discrete", Boolean.TRUE.equals(wanted.discrete()))
                .bind("active", !Boolean.FALSE.equals(wanted.active()))
                .bind("now", tx.now())
                .map((rs, context) -> Items.read(rs))
                .findOne()
                .orElseThrow(() -> new SkuTaken(wanted.sku()));
        tx.publish(item.asEvent());
        return item;
    }

    /** @throws ItemNotFound if the tenant has no such item */
    Item change(TenantTransaction tx, UUID id, ItemChange change) {
        Item item = tx.handle()
                .createQuery(
                        """
                        update item
                        set name = coalesce(:name, name),
                            standard_cost = coalesce(:standardCost, standard_cost),
                            currency = coalesce(:currency, currency),
                            active = coalesce(:active, active),
                            updated_at = :now,
                            version = version + 1
                        where tenant_id = :tenant and id = :id
                        returning *
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("id", id)
                .bind("name", change.name())
                .bind("standardCost", change.standardCost())
                .bind("currency", change.currency())
                .bind("active", change.active())
                .bind("now", tx.now())
                .map((rs, context) -> Items.read(rs))
                .findOne()
                .orElseThrow(() -> new ItemNotFound(id));
        tx.publish(item.asEvent());
        return item;
    }

    private String currencyOfTenant(TenantTransaction tx) {
        return settings.of(tx).currency();
    }
}
