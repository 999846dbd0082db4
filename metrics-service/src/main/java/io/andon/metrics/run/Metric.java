package io.andon.metrics.run;

import io.andon.events.MetricsEvent;
import io.andon.kit.tenant.TenantTransaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A figure about every item. Implemented once per metric, as an application-scoped bean in a package of its own that
 * also owns the metric's tables and its resource.
 */
public interface Metric {

    /** The name on the wire, in events, in runs and in the summary, for instance {@code abc_classification}. */
    String name();

    /** Changes whenever the same ledger would give other figures. */
    String formulaVersion();

    /**
     * Computes the figures of {@code plan} with the SQL of this metric and stores them under the run's id. Nobody can
     * see them until the run is published: a metric's queries look at published runs only.
     */
    Computed compute(TenantTransaction tx, RunPlan plan);

    /** Counts and values of the latest published run, for the tiles; empty before there is one. */
    Optional<?> summary(TenantTransaction tx);

    /** The rows of one item in a published run; none if the run says nothing about it. */
    List<?> rowsOf(TenantTransaction tx, UUID runId, UUID itemId);

    /** Deletes the rows of a run. */
    void forget(TenantTransaction tx, UUID runId);

    /**
     * What a metric has computed.
     *
     * @param items items with at least one row
     * @param event announces them once the run is published
     */
    record Computed(int items, MetricsEvent event) {}
}
