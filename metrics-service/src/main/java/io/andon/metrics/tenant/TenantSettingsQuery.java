package io.andon.metrics.tenant;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;

/** Reads a tenant's settings. */
@ApplicationScoped
public class TenantSettingsQuery {

    public TenantSettings read(TenantTransaction tx) {
        return tx.handle()
                .createQuery(
                        """
                        select zone, currency, abc_a_percent, abc_b_percent, aging_buckets
                        from tenant_settings
                        where tenant_id = :tenant
                        """)
                .bind("tenant", tx.tenant().value())
                .map((rs, context) -> new TenantSettings(
                        ZoneId.of(rs.getString("zone")),
                        rs.getString("currency"),
                        rs.getBigDecimal("abc_a_percent"),
                        rs.getBigDecimal("abc_b_percent"),
                        List.of((Integer[]) rs.getArray("aging_buckets").getArray())))
                .findOne()
                .orElse(TenantSettings.DEFAULTS);
    }

    /** The thresholds of a run that is not given others. */
    public IdleThresholds idleThresholds(TenantTransaction tx) {
        return tx.handle()
                .createQuery(
                        """
                        select slow_threshold_days, dead_threshold_days
                        from tenant_settings
                        where tenant_id = :tenant
                        """)
                .bind("tenant", tx.tenant().value())
                .map((rs, context) ->
                        new IdleThresholds(rs.getInt("slow_threshold_days"), rs.getInt("dead_threshold_days")))
                .findOne()
                .orElse(IdleThresholds.DEFAULTS);
    }
}
