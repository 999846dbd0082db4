package io.andon.workorder.stock;

import io.andon.kit.problem.Failure;

/** Somebody who is no planner asked to take more than there is. */
final class OverdraftNeedsPlanner extends Failure {

    OverdraftNeedsPlanner() {
        super(
                Category.FORBIDDEN,
                "OVERDRAFT_NEEDS_PLANNER",
                "Only a planner may let stock go negative",
                "allowNegative needs the role planner. Leave it out, or ask a planner to post this.");
    }
}
