package io.andon.metrics.intake;

import io.andon.events.MasterDataEvent;
import io.andon.events.MasterDataEvent.ItemUpserted;
import io.andon.events.MasterDataEvent.LocationUpserted;
import io.andon.events.MasterDataEvent.TenantSettingsChanged;
import io.andon.kit.tenant.TenantTransaction;
import java.time.ZoneOffset;
import org.jdbi.v3.core.statement.Update;

/**
 * The present state of items, locations and settings.
 *
 * <p>A state replaces another if it stands behind it in the same partition, which is the order of the commits, or if it
 * was recorded later: records that came by another partition, or from a topic that was created anew, have no order but
 * that. The place in the partition says nothing about states that were recorded minutes apart, which no two transactions
 * that ran side by side are: such a state has been delivered again.
 */
final class MasterDataTable {

    private static final String IS_NEWER =
            """
            where present.event_id is null
               or (present.record_partition = excluded.record_partition
                   and present.record_offset < excluded.record_offset
                   and present.recorded_at - interval '1 minute' < excluded.recorded_at)
               or (present.recorded_at, present.event_id) < (excluded.recorded_at, excluded.event_id)
            """;

    private final TenantTransaction tx;

    MasterDataTable(TenantTransaction tx) {
        this.tx = tx;
    }

    void store(MasterDataEvent state, Position position) {
        Update update = statement(state);
        update.bind("tenant", tx.tenant().value())
                .bind("event", position.eventId())
                .bind("recorded_at", position.recordedAt().atOffset(ZoneOffset.UTC))
                .bind("partition", position.partition())
                .bind("offset", position.offset())
                .execute();
    }

    private Update statement(MasterDataEvent state) {
        if (state instanceof ItemUpserted item) {
            return item(item);
        }
        if (state instanceof LocationUpserted location) {
            return location(location);
        }
        return settings((TenantSettingsChanged) state);
    }

    private Update item(ItemUpserted item) {
        return tx.handle()
                .createUpdate(
                        """
                        insert into item as present
                            (tenant_id, item_id, sku, name, item_type, base_uom, standard_cost, currency,
                             lot_tracked, discrete, active, event_id, recorded_at, record_partition, record_offset)
                        values
                            (:tenant, :item, :sku, :name, :type, :uom, :cost, :currency,
                             :lot_tracked, :discrete, :active, :event, :recorded_at, :partition, :offset)
                        on conflict (tenant_id, item_id) do update
                        set (sku, name, item_type, base_uom, standard_cost, currency,
                             lot_tracked, discrete, active, event_id, recorded_at, record_partition, record_offset)
                          = (excluded.sku, excluded.name, excluded.item_type, excluded.base_uom,
                             excluded.standard_cost, excluded.currency, excluded.lot_tracked, excluded.discrete,
                             excluded.active, excluded.event_id, excluded.recorded_at, excluded.record_partition,
                             excluded.record_offset)
                        """
                                + IS_NEWER)
                .bind("item", item.itemId())
                .bind("sku", item.sku())
                .bind("name", item.name())
                .bind("type", item.itemType())
                .bind("uom", item.baseUom())
                .bind("cost", item.standardCost())
                .bind("currency", item.currency())
                .bind("lot_tracked", item.lotTracked())
                .bind("discrete", item.discrete())
                .bind("active", item.active());
    }

    private Update location(LocationUpserted location) {
        return tx.handle()
                .createUpdate(
                        """
                        insert into location as present
                            (tenant_id, location_id, code, name, role,
                             event_id, recorded_at, record_partition, record_offset)
                        values (:tenant, :location, :code, :name, :role, :event, :recorded_at, :partition, :offset)
                        on conflict (tenant_id, location_id) do update
                        set (code, name, role, event_id, recorded_at, record_partition, record_offset)
                          = (excluded.code, excluded.name, excluded.role, excluded.event_id,
                             excluded.recorded_at, excluded.record_partition, excluded.record_offset)
                        """
                                + IS_NEWER)
                .bind("location", location.locationId())
                .bind("code", location.code())
                .bind("name", location.name())
                .bind("role", location.role());
    }

    private Update settings(TenantSettingsChanged settings) {
        return tx.handle()
                .createUpdate(
                        """
                        insert into tenant_settings as present
                            (tenant_id, zone, currency, abc_a_percent, abc_b_percent, slow_threshold_days,
                             dead_threshold_days, aging_buckets, event_id, recorded_at, record_partition,
                             record_offset)
                        values (:tenant, :zone, :currency, :a, :b, :slow,
                             :dead, :buckets, :event, :recorded_at, :partition, :offset)
                        on conflict (tenant_id) do update
                        set (zone, currency, abc_a_percent, abc_b_percent, slow_threshold_days,
                             dead_threshold_days, aging_buckets, event_id, recorded_at, record_partition,
                             record_offset)
                          = (excluded.zone, excluded.currency, excluded.abc_a_percent, excluded.abc_b_percent,
                             excluded.slow_threshold_days, excluded.dead_threshold_days, excluded.aging_buckets,
                             excluded.event_id, excluded.recorded_at, excluded.record_partition,
                             excluded.record_offset)
                        """
                                + IS_NEWER)
                .bind("zone", settings.zone())
                .bind("currency", settings.currency())
                .bind("a", settings.abcThresholds().get(0))
                .bind("b", settings.abcThresholds().get(1))
                .bind("slow", settings.slowThresholdDays())
                .bind("dead", settings.deadThresholdDays())
                .bindArray("buckets", Integer.class, settings.agingBuckets());
    }
}
