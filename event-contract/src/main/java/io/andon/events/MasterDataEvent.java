package io.andon.events;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The present state of a piece of master data; on {@link Topics#INVENTORY_MASTERDATA}, compacted by key, so that the
 * last record of a key is all that a consumer needs.
 */
public sealed interface MasterDataEvent extends DomainEvent {

    @Override
    default String key(TenantId tenant) {
        return tenant.value() + "/" + subject();
    }

    /** @param standardCost of one base unit, in {@code currency}; null if unknown */
    record ItemUpserted(
            UUID itemId,
            String sku,
            String name,
            String itemType,
            String baseUom,
            @Nullable BigDecimal standardCost,
            @Nullable String currency,
            boolean lotTracked,
            boolean discrete,
            boolean active)
            implements MasterDataEvent {
        @Override
        public EventType type() {
            return EventType.ITEM_UPSERTED;
        }

        @Override
        public String subject() {
            return "item/" + itemId;
        }
    }

    record LocationUpserted(UUID locationId, String code, String name, @Nullable String role)
            implements MasterDataEvent {
        @Override
        public EventType type() {
            return EventType.LOCATION_UPSERTED;
        }

        @Override
        public String subject() {
            return "location/" + locationId;
        }
    }

    /**
     * How the tenant's figures are to be computed.
     *
     * @param zone IANA time zone, in which days begin and end
     * @param currency ISO 4217
     * @param abcThresholds cumulative percentages at which classes A and B end, for instance 80 and 95
     * @param agingBuckets last day of each bucket but the open one, for instance 30, 60, 90
     */
    record TenantSettingsChanged(
            String zone,
            String currency,
            List<BigDecimal> abcThresholds,
            int slowThresholdDays,
            int deadThresholdDays,
            List<Integer> agingBuckets)
            implements MasterDataEvent {
        public TenantSettingsChanged {
            abcThresholds = List.copyOf(abcThresholds);
            agingBuckets = List.copyOf(agingBuckets);
        }

        @Override
        public EventType type() {
            return EventType.TENANT_SETTINGS_CHANGED;
        }

        @Override
        public String subject() {
            return "settings/tenant";
        }
    }
}
