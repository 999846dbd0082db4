package io.andon.metrics.run;

import io.andon.kit.problem.Failure;

/** The tenant has no such run, or not one with the results asked for. */
public final class RunNotFound extends Failure {

    public RunNotFound(String detail) {
        super(Category.NOT_FOUND, "RUN_NOT_FOUND", "No such run", detail);
    }
}
