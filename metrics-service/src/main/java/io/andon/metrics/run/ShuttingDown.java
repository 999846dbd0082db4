package io.andon.metrics.run;

import io.andon.kit.problem.Failure;

/** A run that would begin here could only be cut off. */
final class ShuttingDown extends Failure {

    ShuttingDown() {
        super(
                Category.UNAVAILABLE,
                "SHUTTING_DOWN",
                "The service is shutting down",
                "Nothing has begun: try again in a moment.");
    }
}
