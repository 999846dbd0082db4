package io.andon.metrics.run;

import io.andon.events.MetricsEvent;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.metrics.days.ItemDays;
import io.andon.metrics.tenant.TenantSettingsQuery;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Computes every metric of a run. Nobody sees the results before they are published. */
@ApplicationScoped
class RunComputation {

    private final Computations computations;
    private final RunTable runs;
    private final TenantSettingsQuery settings;
    private final ItemDays days;
    private final List<Metric> metrics;

    RunComputation(
            Computations computations,
            RunTable runs,
            TenantSettingsQuery settings,
            ItemDays days,
            @All List<Metric> metrics) {
        this.computations = computations;
        this.runs = runs;
        this.settings = settings;
        this.days = days;
        this.metrics =
                metrics.stream().sorted(Comparator.comparing(Metric::name)).toList();
    }

    /**
     * What has been computed.
     *
     * @param events announce it once it is published
     */
    record Done(RunPlan plan, List<MetricsEvent> events) {
        Done {
            events = List.copyOf(events);
        }
    }

    /**
     * @param tx sees one state of the database throughout
     * @throws RuntimeException also when a shutdown cuts it off
     */
    Done compute(TenantTransaction tx, Runner.Begun begun) {
        return computations.during(tx, () -> computeAll(tx, begun));
    }

    /** Whether a shutdown cuts off whatever is being computed. */
    boolean isCutOff() {
        return computations.areStopping();
    }

    private Done computeAll(TenantTransaction tx, Runner.Begun begun) {
        RunPlan plan = new RunPlan(begun.runId(), begun.asOf(), begun.parameters(), settings.read(tx));
        days.refresh(tx);
        List<MetricsEvent> events = new ArrayList<>();
        for (Metric metric : metrics) {
            long startNanos = System.nanoTime();
            Metric.Computed computed = metric.compute(tx, plan);
            long durationMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
            runs.addMetric(tx, begun.runId(), events.size(), metric, computed.items(), durationMs);
            events.add(computed.event());
        }
        days.settle(tx);
        return new Done(plan, events);
    }
}
