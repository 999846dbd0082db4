package io.andon.metrics.run;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.metrics.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.statement.Query;

/**
 * How runs end without results. One of a night that was cut off, and could not help it, is due again: at most three times,
 * because it may be what its process died of.
 */
@ApplicationScoped
class RunEndings {

    private static final int ATTEMPTS_PER_NIGHT = 3;
    private static final Logger LOG = Logger.getLogger(RunEndings.class);

    private static final String FAIL =
            """
            update metrics_run
            set status = 'failed', finished_at = :now, failure = :failure
            where tenant_id = :tenant and status = 'running' and %s
            returning run_id, scheduled_for
            """;

    private final Tenants tenants;

    RunEndings(Tenants tenants) {
        this.tenants = tenants;
    }

    private record Ended(UUID runId, Optional<Instant> scheduledFor) {}

    /** Ends the tenant's run whose lease has run out, if there is one: its process cannot publish it any more. */
    void failExpired(TenantTransaction tx) {
        fail(tx, RunFailure.LEASE_EXPIRED, tx.handle().createQuery(FAIL.formatted("lease_until < :now")));
    }

    void fail(TenantTransaction tx, UUID runId, RunFailure failure) {
        fail(
                tx,
                failure,
                tx.handle().createQuery(FAIL.formatted("run_id = :run")).bind("run", runId));
    }

    private void fail(TenantTransaction tx, RunFailure failure, Query update) {
        update.bind("tenant", tx.tenant().value())
                .bind("now", tx.now().atOffset(ZoneOffset.UTC))
                .bind("failure", failure.name())
                .map((rs, context) -> ended(rs))
                .list()
                .forEach(run -> {
                    LOG.infof("run ended %s tenantId=%s runId=%s", failure, tx.tenant(), run.runId());
                    if (failure.isWorthRepeating()) {
                        run.scheduledFor().ifPresent(night -> repeat(tx, night));
                    }
                });
        tenants.runInProgress(tx, isOneRunning(tx));
    }

    private static boolean isOneRunning(TenantTransaction tx) {
        return tx.handle()
                .createQuery("select exists (select from metrics_run where tenant_id = :tenant and status = 'running')")
                .bind("tenant", tx.tenant().value())
                .mapTo(Boolean.class)
                .one();
    }

    private void repeat(TenantTransaction tx, Instant night) {
        int attempts = tx.handle()
                .createQuery(
                        """
                        select count(*)
                        from metrics_run
                        where tenant_id = :tenant and scheduled_for = :night
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("night", night.atOffset(ZoneOffset.UTC))
                .mapTo(Integer.class)
                .one();
        if (attempts < ATTEMPTS_PER_NIGHT) {
            tenants.nightlyRunDueAgain(tx, night);
        }
    }

    private static Ended ended(ResultSet rs) throws SQLException {
        Optional<OffsetDateTime> scheduledFor =
                Optional.ofNullable(rs.getObject("scheduled_for", OffsetDateTime.class));
        return new Ended(
                Objects.requireNonNull(rs.getObject("run_id", UUID.class)),
                scheduledFor.map(OffsetDateTime::toInstant));
    }
}
