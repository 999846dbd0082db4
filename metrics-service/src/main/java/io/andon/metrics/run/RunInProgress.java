package io.andon.metrics.run;

import io.andon.kit.problem.Failure;

/** The tenant's metrics are being computed already. */
final class RunInProgress extends Failure {

    RunInProgress() {
        super(
                Category.CONFLICT,
                "RUN_IN_PROGRESS",
                "A run is in progress",
                "The metrics of your tenant are being computed: wait for metrics:updated, then try again.");
    }
}
