package io.andon.metrics.intake;

import static io.andon.metrics.intake.Rules.cost;
import static io.andon.metrics.intake.Rules.decimal;
import static io.andon.metrics.intake.Rules.present;
import static io.andon.metrics.intake.Rules.require;
import static io.andon.metrics.intake.Rules.text;

import io.andon.events.MasterDataEvent.ItemUpserted;
import io.andon.events.MasterDataEvent.LocationUpserted;
import io.andon.events.MasterDataEvent.TenantSettingsChanged;
import io.andon.events.PoisonRecordException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/** What master data must say to be used. */
final class MasterDataRules {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private MasterDataRules() {}

    /** @throws PoisonRecordException if {@code item} cannot be used */
    static ItemUpserted check(ItemUpserted item) {
        present(item.itemId(), "itemId");
        present(item.sku(), "sku");
        text(item.sku(), "sku");
        text(item.name(), "name");
        text(item.itemType(), "itemType");
        text(item.baseUom(), "baseUom");
        text(item.currency(), "currency");
        cost(item.standardCost(), "standardCost");
        return item;
    }

    /** @throws PoisonRecordException if {@code location} cannot be used */
    static LocationUpserted check(LocationUpserted location) {
        present(location.locationId(), "locationId");
        text(location.code(), "code");
        text(location.name(), "name");
        text(location.role(), "role");
        return location;
    }

    /** @throws PoisonRecordException if nothing could be computed with {@code settings} */
    static TenantSettingsChanged check(TenantSettingsChanged settings) {
        present(settings.zone(), "zone");
        zone(settings.zone());
        present(settings.currency(), "currency");
        text(settings.currency(), "currency");
        thresholds(settings.abcThresholds());
        require(
                0 < settings.slowThresholdDays() && settings.slowThresholdDays() < settings.deadThresholdDays(),
                "slowThresholdDays and deadThresholdDays do not rise from 1");
        buckets(settings.agingBuckets());
        return settings;
    }

    /** IANA names only: Java and PostgreSQL read others, such as {@code GMT+2}, in opposite ways. */
    private static void zone(String zone) {
        require(ZoneId.getAvailableZoneIds().contains(zone), "zone is not an IANA time zone");
    }

    private static void thresholds(List<BigDecimal> thresholds) {
        require(thresholds.size() == 2, "abcThresholds are not two");
        thresholds.forEach(threshold -> decimal(threshold, "abcThresholds"));
        BigDecimal a = thresholds.get(0);
        BigDecimal b = thresholds.get(1);
        require(
                a.signum() > 0 && a.compareTo(b) < 0 && b.compareTo(ALL) <= 0,
                "abcThresholds do not rise from above 0 to at most 100");
    }

    private static void buckets(List<Integer> buckets) {
        require(buckets.size() == 3, "agingBuckets are not three");
        int last = -1;
        for (int bucket : buckets) {
            require(bucket > last, "agingBuckets do not rise");
            last = bucket;
        }
    }
}
