package io.andon.metrics.tenant;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/**
 * How a tenant's figures are computed.
 *
 * @param zone in which days begin and end
 * @param currency of every amount
 * @param abcAPercent cumulative percentage at which class A ends
 * @param abcBPercent cumulative percentage at which class B ends
 * @param agingBuckets last day of each of the three age buckets before the open one, rising
 */
public record TenantSettings(
        ZoneId zone, String currency, BigDecimal abcAPercent, BigDecimal abcBPercent, List<Integer> agingBuckets) {

    /** For a tenant that has set nothing. */
    public static final TenantSettings DEFAULTS = new TenantSettings(
            ZoneId.of("UTC"), "EUR", BigDecimal.valueOf(80), BigDecimal.valueOf(95), List.of(30, 60, 90));

    public TenantSettings {
        agingBuckets = List.copyOf(agingBuckets);
    }
}
