package io.andon.metrics.run;

import io.andon.events.TenantId;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Carries out a run that has begun: computes every metric in one transaction, from one state of the ledger, and in a second, short one makes all
 * results visible and announces them. The second decides alone: if the run has lost its lease meanwhile, nothing of it
 * ever shows.
 */
@ApplicationScoped
class Runner {

    private static final Logger LOG = Logger.getLogger(Runner.class);

    private final TenantTransactions transactions;
    private final RunComputation computation;
    private final RunTable runs;
    private final RunEndings endings;
    private final Leases leases;

    Runner(
            TenantTransactions transactions,
            RunComputation computation,
            RunTable runs,
            RunEndings endings,
            Leases leases) {
        this.transactions = transactions;
        this.computation = computation;
        this.runs = runs;
        this.endings = endings;
        this.leases = leases;
    }

    /** A run that has begun. */
    record Begun(TenantId tenant, UUID runId, Instant asOf, RunParameters parameters) {}

    /** Computes and publishes {@code begun}; whatever goes wrong, it ends as failed and does not throw. */
    void carryOut(Begun begun) {
        leases.hold(begun.tenant(), begun.runId());
        try {
            RunComputation.Done done =
                    transactions.callOnSnapshot(begun.tenant(), tx -> computation.compute(tx, begun));
            boolean published = transactions.call(begun.tenant(), tx -> publish(tx, done));
            LOG.infof(
                    "run %s tenantId=%s runId=%s",
                    published ? "published" : "lost its lease", begun.tenant(), begun.runId());
        } catch (RuntimeException failed) {
            if (computation.isCutOff()) {
                markFailed(begun, RunFailure.SHUT_DOWN);
            } else {
                LOG.errorf(failed, "run failed tenantId=%s runId=%s", begun.tenant(), begun.runId());
                markFailed(begun, RunFailure.COMPUTATION_FAILED);
            }
        } finally {
            leases.release(begun.runId());
        }
    }

    private boolean publish(TenantTransaction tx, RunComputation.Done done) {
        boolean published = runs.publish(tx, done.plan());
        if (published) {
            done.events().forEach(tx::publish);
        }
        return published;
    }

    private void markFailed(Begun begun, RunFailure failure) {
        try {
            transactions.run(begun.tenant(), tx -> endings.fail(tx, begun.runId(), failure));
        } catch (RuntimeException failed) {
            // Its lease runs out by itself, and somebody else marks it failed.
            LOG.warnf(
                    "run not marked failed tenantId=%s runId=%s: %s",
                    begun.tenant(), begun.runId(), failed.getMessage());
        }
    }
}
