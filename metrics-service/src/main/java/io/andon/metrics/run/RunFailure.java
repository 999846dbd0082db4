package io.andon.metrics.run;

/** Why a run has no results. */
enum RunFailure {
    /** Computing ended in an error, which the log has under the run's id. */
    COMPUTATION_FAILED,
    /** The process that ran it is gone: it stopped renewing its lease. */
    LEASE_EXPIRED
}
