package io.andon.metrics.tenant;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How a tenant's figures are computed.
 *
 * @param zone in which days begin and end
 * @param currency of every amount
 * @param abcAPercent cumulative percentage at which class A ends
 * @param abcBPercent cumulative percentage at which class B ends
 */
public record TenantSettings(ZoneId zone, String currency, BigDecimal abcAPercent, BigDecimal abcBPercent) {

    /** For a tenant that has set nothing. */
    public static final TenantSettings DEFAULTS =
            new TenantSettings(ZoneOffset.UTC, "EUR", BigDecimal.valueOf(80), BigDecimal.valueOf(95));
}
