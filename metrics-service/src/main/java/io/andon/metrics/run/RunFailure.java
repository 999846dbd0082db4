package io.andon.metrics.run;

/** Why a run has no results. */
enum RunFailure {
    /** Computing ended in an error, which the log has under the run's id. */
    COMPUTATION_FAILED,
    /** The process that ran it is gone: it stopped renewing its lease. */
    LEASE_EXPIRED,
    /** The process that ran it was shut down. */
    SHUT_DOWN;

    /** Whether the run did not fail because of what it computes. */
    boolean isWorthRepeating() {
        return switch (this) {
            case COMPUTATION_FAILED -> false;
            case LEASE_EXPIRED, SHUT_DOWN -> true;
        };
    }
}
