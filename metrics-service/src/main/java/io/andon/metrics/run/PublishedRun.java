package io.andon.metrics.run;

import java.time.Instant;
import java.util.UUID;

/**
 * A run whose figures can be seen, as one of its metrics shows it.
 *
 * @param plan what the run was computed with
 * @param formulaVersion of this metric: the same ledger and plan give other figures only under another version
 */
public record PublishedRun(RunPlan plan, String formulaVersion) {

    public UUID runId() {
        return plan.runId();
    }

    public Instant asOf() {
        return plan.asOf();
    }
}
