package io.andon.workorder.item;

import io.andon.kit.problem.Failure;

/** metrics-service, which alone knows an item's ABC class, cannot tell it now. */
final class MetricsUnavailable extends Failure {

    MetricsUnavailable(String why) {
        super(
                Category.UNAVAILABLE,
                "METRICS_UNAVAILABLE",
                "ABC classes are not known at the moment",
                "metrics-service " + why + "; without abcClass the list does not need it.");
    }
}
