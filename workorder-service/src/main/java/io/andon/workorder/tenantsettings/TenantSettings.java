package io.andon.workorder.tenantsettings;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A tenant's settings; the body of {@code GET /tenant-settings}.
 *
 * @param zone IANA time zone, in which days begin and end
 * @param currency ISO 4217
 * @param abcThresholds cumulative percentages at which classes A and B end
 * @param agingBuckets last day of each bucket but the open one
 */
public record TenantSettings(
        String zone,
        String currency,
        List<BigDecimal> abcThresholds,
        int slowThresholdDays,
        int deadThresholdDays,
        List<Integer> agingBuckets) {

    /** What holds for a tenant that has not chosen. */
    static final TenantSettings DEFAULTS = new TenantSettings(
            "UTC", "EUR", List.of(BigDecimal.valueOf(80), BigDecimal.valueOf(95)), 90, 180, List.of(30, 60, 90));

    public TenantSettings {
        abcThresholds = List.copyOf(abcThresholds);
        agingBuckets = List.copyOf(agingBuckets);
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    /** When {@code day} begins for this tenant. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zoneId()).toInstant();
    }

    /** The tenant's day at {@code instant}. */
    public LocalDate dayAt(Instant instant) {
        return LocalDate.ofInstant(instant, zoneId());
    }
}
