package io.andon.metrics.tenant;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;

/** Reads a tenant's settings. */
@ApplicationScoped
public class TenantSettingsQuery {

    public TenantSettings read(TenantTransaction tx) {
        return tx.handle()
                .createQuery(
                        """
                        select zone, currency, abc_a_percent, abc_b_percent
                        from tenant_settings
                        where tenant_id = :tenant
                        """)
                .bind("tenant", tx.tenant().value())
                .map((rs, context) -> new TenantSettings(
                        ZoneId.of(rs.getString("zone")),
                        rs.getString("currency"),
                        rs.getBigDecimal("abc_a_percent"),
                        rs.getBigDecimal("abc_b_percent")))
                .findOne()
                .orElse(TenantSettings.DEFAULTS);
    }
}
