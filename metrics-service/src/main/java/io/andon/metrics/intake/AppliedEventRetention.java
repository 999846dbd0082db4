package io.andon.metrics.intake;

import io.andon.events.TenantId;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.metrics.tenant.Tenants;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Forgets the ids of events that were applied long ago, a bounded number in each transaction. */
@ApplicationScoped
class AppliedEventRetention {

    private static final int IDS_PER_TRANSACTION = 10_000;
    private static final Logger LOG = Logger.getLogger(AppliedEventRetention.class);

    private final TenantTransactions transactions;
    private final Tenants tenants;
    private final IntakeConfig config;

    AppliedEventRetention(TenantTransactions transactions, Tenants tenants, IntakeConfig config) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.config = config;
    }

    @Scheduled(
            identity = "applied-event-retention",
            every = "1h",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOldEvents() {
        for (TenantId tenant : tenants.all()) {
            try {
                while (transactions.call(tenant, this::forgetSome) == IDS_PER_TRANSACTION) {
                    LOG.debugf("more old events to forget tenantId=%s", tenant);
                }
            } catch (RuntimeException failed) {
                LOG.warnf("old events not forgotten tenantId=%s: %s", tenant, failed.getMessage());
            }
        }
    }

    private int forgetSome(TenantTransaction tx) {
        LocalDate before = LocalDate.ofInstant(tx.now().minus(config.keepApplied()), ZoneOffset.UTC);
        return tx.handle()
                .createUpdate(
                        """
                        delete from applied_event
                        where tenant_id = :tenant
                          and event_id = any (array(
                              select event_id
                              from applied_event
                              where tenant_id = :tenant and applied_on < :before
                              limit :limit))
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("before", before)
                .bind("limit", IDS_PER_TRANSACTION)
                .execute();
    }
}
