package io.andon.workorder.item;

import io.andon.events.MasterDataEvent;
import io.andon.kit.problem.InvalidField;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item as it stands.
 *
 * @param standardCost of one base unit, in {@code currency}; null if unknown
 * @param discrete counted in whole units only
 */
public record Item(
        UUID id,
        String sku,
        String name,
        ItemType type,
        String baseUom,
        @Nullable BigDecimal standardCost,
        @Nullable String currency,
        boolean lotTracked,
        boolean discrete,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /**
     * Refuses another unit than the base unit.
     *
     * @param field names it to the caller
     * @param uom null where the caller means the base unit
     */
    public void requireUom(String field, @Nullable String uom) {
        if (uom != null && !uom.equals(baseUom)) {
            throw new InvalidField(field, "must be " + baseUom + ", the base unit of item " + sku);
        }
    }

    /** Refuses a fraction of something that is counted. */
    public void requireCountable(String field, BigDecimal quantity) {
        if (discrete && quantity.stripTrailingZeros().scale() > 0) {
            throw new InvalidField(field, "must be a whole number: item " + sku + " is counted in whole " + baseUom);
        }
    }

    MasterDataEvent.ItemUpserted asEvent() {
        return new MasterDataEvent.ItemUpserted(
                id, sku, name, type.toString(), baseUom, standardCost, currency, lotTracked, discrete, active);
    }
}
