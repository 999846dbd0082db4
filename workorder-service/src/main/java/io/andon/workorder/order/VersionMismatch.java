package io.andon.workorder.order;

import io.andon.kit.problem.Failure;

/** Somebody else has changed the work order since the caller read it. */
final class VersionMismatch extends Failure {

    VersionMismatch(WorkOrder order) {
        super(
                Category.PRECONDITION_FAILED,
                "VERSION_MISMATCH",
                "The work order has changed since it was read",
                "Work order " + order.number() + " is at version " + order.version()
                        + " now. Read it again, and repeat the change if it still makes sense.");
    }
}
