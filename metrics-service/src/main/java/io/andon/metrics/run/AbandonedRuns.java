package io.andon.metrics.run;

import io.andon.events.TenantId;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.metrics.tenant.Tenants;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Marks runs failed whose process has died, whichever replica it was: their lease has run out. A night's run that ends so
 * is due again, and {@link NightlyJob} takes it over.
 *
 * <p>Every replica looks; the database lets one of them end a run.
 */
@ApplicationScoped
class AbandonedRuns {

    private static final Logger LOG = Logger.getLogger(AbandonedRuns.class);

    private final TenantTransactions transactions;
    private final Tenants tenants;
    private final RunEndings endings;

    AbandonedRuns(TenantTransactions transactions, Tenants tenants, RunEndings endings) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.endings = endings;
    }

    @Scheduled(
            identity = "abandoned-runs",
            every = "{andon.run.check-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void end() {
        for (TenantId tenant : tenants.withRunInProgress()) {
            try {
                transactions.run(tenant, endings::failExpired);
            } catch (RuntimeException failed) {
                LOG.warnf("expired run not ended tenantId=%s: %s", tenant, failed.getMessage());
            }
        }
    }
}
