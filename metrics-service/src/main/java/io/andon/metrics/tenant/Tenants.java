package io.andon.metrics.tenant;

import io.andon.events.TenantId;
import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * The tenants that records have named. The one place that asks the database without a tenant's transaction: the nightly
 * job has to find the tenants first.
 */
@ApplicationScoped
public class Tenants {

    private final Jdbi jdbi;

    Tenants(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Notes that the tenant of {@code tx} exists. */
    public void meet(TenantTransaction tx) {
        tx.handle()
                .createUpdate(
                        """
                        insert into tenant (tenant_id, first_seen_at)
                        values (:tenant, :now)
                        on conflict (tenant_id) do nothing
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("now", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    public List<TenantId> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select tenant_id from tenant order by tenant_id")
                .map((rs, context) -> new TenantId(rs.getString("tenant_id")))
                .list());
    }

    /** The tenants of which a run is in progress, or was when its process died. */
    public List<TenantId> withRunInProgress() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select tenant_id from tenant where run_in_progress order by tenant_id")
                        .map((rs, context) -> new TenantId(rs.getString("tenant_id")))
                        .list());
    }

    /** Notes, in the transaction that begins or ends a run, whether one of the tenant is in progress. */
    public void runInProgress(TenantTransaction tx, boolean inProgress) {
        tx.handle()
                .createUpdate(
                        """
                        insert into tenant as present (tenant_id, first_seen_at, run_in_progress)
                        values (:tenant, :now, :in_progress)
                        on conflict (tenant_id) do update
                        set run_in_progress = excluded.run_in_progress
                        where present.run_in_progress <> excluded.run_in_progress
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("now", tx.now().atOffset(ZoneOffset.UTC))
                .bind("in_progress", inProgress)
                .execute();
    }

    /** The tenants that existed at {@code scheduled} and whose run of then has not been started. */
    public List<TenantId> awaitingNightlyRun(Instant scheduled) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select tenant_id
                        from tenant
                        where first_seen_at <= :scheduled and (nightly_at is null or nightly_at < :scheduled)
                        order by tenant_id
                        """)
                .bind("scheduled", scheduled.atOffset(ZoneOffset.UTC))
                .map((rs, context) -> new TenantId(rs.getString("tenant_id")))
                .list());
    }

    /** Notes, in the transaction that starts the run, that the tenant's run of {@code scheduled} has been started. */
    public void nightlyRunStarted(TenantTransaction tx, Instant scheduled) {
        tx.handle()
                .createUpdate("update tenant set nightly_at = :scheduled where tenant_id = :tenant")
                .bind("tenant", tx.tenant().value())
                .bind("scheduled", scheduled.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Notes, in the transaction that ends it, that the run of {@code scheduled} has to be started again. */
    public void nightlyRunDueAgain(TenantTransaction tx, Instant scheduled) {
        tx.handle()
                .createUpdate(
                        "update tenant set nightly_at = null where tenant_id = :tenant and nightly_at = :scheduled")
                .bind("tenant", tx.tenant().value())
                .bind("scheduled", scheduled.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
