package io.andon.metrics.run;

import io.andon.kit.problem.Failure;

/** Too many tenants have asked for a run at once. */
final class RunQueueFull extends Failure {

    RunQueueFull() {
        super(
                Category.CONFLICT,
                "RUN_QUEUE_FULL",
                "Too many runs are waiting",
                "Other tenants' runs are waiting their turn: try again in a minute.");
    }
}
