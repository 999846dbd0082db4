package io.andon.metrics.run;

import io.andon.events.MetricsEvent;
import io.andon.events.TenantId;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.metrics.tenant.TenantSettingsQuery;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Carries out a run that has begun: computes every metric in one transaction, and in a second, short one makes all
 * results visible and announces them. The second decides alone: if the run has lost its lease meanwhile, nothing of it
 * ever shows.
 */
@ApplicationScoped
class Runner {

    private static final Logger LOG = Logger.getLogger(Runner.class);

    private final TenantTransactions transactions;
    private final RunTable runs;
    private final TenantSettingsQuery settings;
    private final Leases leases;
    private final List<Metric> metrics;

    Runner(
            TenantTransactions transactions,
            RunTable runs,
            TenantSettingsQuery settings,
            Leases leases,
            @All List<Metric> metrics) {
        this.transactions = transactions;
        this.runs = runs;
        this.settings = settings;
        this.leases = leases;
        this.metrics =
                metrics.stream().sorted(Comparator.comparing(Metric::name)).toList();
    }

    /** A run that has begun. */
    record Begun(TenantId tenant, UUID runId, Instant asOf, RunParameters parameters) {}

    /** Computes and publishes {@code begun}; whatever goes wrong, it ends as failed and does not throw. */
    void carryOut(Begun begun) {
        leases.hold(begun.tenant(), begun.runId());
        try {
            Done done = transactions.call(begun.tenant(), tx -> compute(tx, begun));
            boolean published = transactions.call(begun.tenant(), tx -> publish(tx, done));
            LOG.infof(
                    "run %s tenantId=%s runId=%s",
                    published ? "published" : "lost its lease", begun.tenant(), begun.runId());
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "run failed tenantId=%s runId=%s", begun.tenant(), begun.runId());
            markFailed(begun);
        } finally {
            leases.release(begun.runId());
        }
    }

    /** A run that has been computed. */
    private record Done(RunPlan plan, List<MetricsEvent> events) {}

    private Done compute(TenantTransaction tx, Begun begun) {
        RunPlan plan = new RunPlan(begun.runId(), begun.asOf(), begun.parameters(), settings.read(tx));
        List<MetricsEvent> events = new ArrayList<>();
        for (Metric metric : metrics) {
            long startNanos = System.nanoTime();
            Metric.Computed computed = metric.compute(tx, plan);
            long durationMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
            runs.addMetric(tx, begun.runId(), events.size(), metric, computed.items(), durationMs);
            events.add(computed.event());
        }
        return new Done(plan, events);
    }

    private boolean publish(TenantTransaction tx, Done done) {
        boolean published = runs.publish(tx, done.plan());
        if (published) {
            done.events().forEach(tx::publish);
        }
        return published;
    }

    private void markFailed(Begun begun) {
        try {
            transactions.run(begun.tenant(), tx -> runs.fail(tx, begun.runId(), RunFailure.COMPUTATION_FAILED));
        } catch (RuntimeException failed) {
            // Its lease runs out by itself, and the next run marks it failed.
            LOG.warnf(
                    "run not marked failed tenantId=%s runId=%s: %s",
                    begun.tenant(), begun.runId(), failed.getMessage());
        }
    }
}
