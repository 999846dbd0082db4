package io.andon.metrics.run;

import io.andon.events.TenantId;
import io.andon.kit.tenant.TenantTransactions;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps the leases of this process's runs alive, so that a run whose process has died is found out by its silence.
 *
 * <p>Any thread takes and releases; one thread renews. Holds one entry per run that waits or computes here.
 */
@ApplicationScoped
class Leases {

    private static final Logger LOG = Logger.getLogger(Leases.class);
    private static final int RENEWALS_PER_LEASE = 3;

    private final TenantTransactions transactions;
    private final RunTable runs;
    private final Map<UUID, TenantId> held = new ConcurrentHashMap<>();
    private final ScheduledExecutorService renewal =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "run-leases"));

    Leases(TenantTransactions transactions, RunTable runs, RunConfig config) {
        this.transactions = transactions;
        this.runs = runs;
        long pauseMs = config.lease().toMillis() / RENEWALS_PER_LEASE;
        renewal.scheduleWithFixedDelay(this::renewAll, pauseMs, pauseMs, TimeUnit.MILLISECONDS);
    }

    void onStop(@Observes ShutdownEvent event) {
        renewal.shutdownNow();
    }

    void hold(TenantId tenant, UUID runId) {
        held.put(runId, tenant);
    }

    void release(UUID runId) {
        held.remove(runId);
    }

    private void renewAll() {
        held.forEach((runId, tenant) -> {
            try {
                transactions.run(tenant, tx -> runs.renewLease(tx, runId));
            } catch (RuntimeException failed) {
                // The next renewal may succeed; if none does, the run cannot be published either.
                LOG.warnf("lease not renewed tenantId=%s runId=%s: %s", tenant, runId, failed.getMessage());
            }
        });
    }
}
