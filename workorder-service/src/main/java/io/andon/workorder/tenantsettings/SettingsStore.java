package io.andon.workorder.tenantsettings;

import io.andon.events.MasterDataEvent;
import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Keeps the tenants' settings. */
@ApplicationScoped
public class SettingsStore {

    /** The settings of the transaction's tenant, the defaults where it has chosen none. */
    public TenantSettings of(TenantTransaction tx) {
        return tx.handle()
                .createQuery("select * from tenant_settings where tenant_id = :tenant")
                .bind("tenant", tx.tenant().value())
                .map((rs, context) -> read(rs))
                .findOne()
                .orElse(TenantSettings.DEFAULTS);
    }

    TenantSettings put(TenantTransaction tx, TenantSettings settings, String person) {
        tx.handle()
                .createUpdate(
                        """
                        insert into tenant_settings (tenant_id, zone, currency, abc_thresholds, slow_threshold_days,
                            dead_threshold_days, aging_buckets, updated_at, updated_by)
                        values (:tenant, :zone, :currency, :abcThresholds, :slowDays, :deadDays, :agingBuckets,
                            :now, :person)
                        on conflict (tenant_id) do update
                        set (zone, currency, abc_thresholds, slow_threshold_days, dead_threshold_days, aging_buckets,
                             updated_at, updated_by)
                          = (excluded.zone, excluded.currency, excluded.abc_thresholds, excluded.slow_threshold_days,
                             excluded.dead_threshold_days, excluded.aging_buckets,
                             excluded.updated_at, excluded.updated_by)
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("zone", settings.zone())
                .bind("currency", settings.currency())
                .bindArray("abcThresholds", BigDecimal.class, settings.abcThresholds())
                .bind("slowDays", settings.slowThresholdDays())
                .bind("deadDays", settings.deadThresholdDays())
                .bindArray("agingBuckets", Integer.class, settings.agingBuckets())
                .bind("now", tx.now())
                .bind("person", person)
                .execute();
        tx.publish(new MasterDataEvent.TenantSettingsChanged(
                settings.zone(),
                settings.currency(),
                settings.abcThresholds(),
                settings.slowThresholdDays(),
                settings.deadThresholdDays(),
                settings.agingBuckets()));
        return settings;
    }

    private static TenantSettings read(ResultSet rs) throws SQLException {
        return new TenantSettings(
                rs.getString("zone"),
                rs.getString("currency"),
                List.of((BigDecimal[]) rs.getArray("abc_thresholds").getArray()),
                rs.getInt("slow_threshold_days"),
                rs.getInt("dead_threshold_days"),
                List.of((Integer[]) rs.getArray("aging_buckets").getArray()));
    }
}
