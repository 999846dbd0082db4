package io.andon.metrics.run;

import io.andon.events.TenantId;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.metrics.tenant.Tenants;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Forgets old runs and their figures, a few at a time so that no transaction is long: those that ended long ago, and those
 * that too many have followed. What dashboards show, the run that was published last, always stays.
 *
 * <p>Every replica may do it at the same time: a run is gone once.
 */
@ApplicationScoped
class RunRetention {

    private static final int RUNS_PER_TRANSACTION = 10;
    private static final Logger LOG = Logger.getLogger(RunRetention.class);

    private final TenantTransactions transactions;
    private final Tenants tenants;
    private final List<Metric> metrics;
    private final RunConfig config;

    RunRetention(TenantTransactions transactions, Tenants tenants, @All List<Metric> metrics, RunConfig config) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.metrics = List.copyOf(metrics);
        this.config = config;
    }

    @Scheduled(identity = "run-retention", every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOldRuns() {
        for (TenantId tenant : tenants.all()) {
            try {
                while (transactions.call(tenant, this::forgetSome) == RUNS_PER_TRANSACTION) {
                    LOG.debugf("more old runs to forget tenantId=%s", tenant);
                }
            } catch (RuntimeException failed) {
                LOG.warnf("old runs not forgotten tenantId=%s: %s", tenant, failed.getMessage());
            }
        }
    }

    private int forgetSome(TenantTransaction tx) {
        List<UUID> old = oldRuns(tx);
        for (UUID run : old) {
            metrics.forEach(metric -> metric.forget(tx, run));
            delete(tx, "delete from metrics_run_metric where tenant_id = :tenant and run_id = :run", run);
            delete(tx, "delete from metrics_run where tenant_id = :tenant and run_id = :run", run);
        }
        return old.size();
    }

    private List<UUID> oldRuns(TenantTransaction tx) {
        return tx.handle()
                .createQuery(
                        """
                        select run_id
                        from (
                            select run_id,
                                   run_no,
                                   status,
                                   finished_at,
                                   row_number() over (order by run_no desc) as place,
                                   max(run_no) filter (where status = 'published') over () as shown
                            from metrics_run
                            where tenant_id = :tenant
                        ) run
                        where status <> 'running'
                          and run_no is distinct from shown
                          and (finished_at < :before or place > :keep)
                        order by run_no
                        limit :limit
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("before", tx.now().minus(config.keepFor()).atOffset(ZoneOffset.UTC))
                .bind("keep", config.keepRuns())
                .bind("limit", RUNS_PER_TRANSACTION)
                .map((rs, context) -> rs.getObject("run_id", UUID.class))
                .list();
    }

    private static void delete(TenantTransaction tx, String statement, UUID run) {
        tx.handle()
                .createUpdate(statement)
                .bind("tenant", tx.tenant().value())
                .bind("run", run)
                .execute();
    }
}
