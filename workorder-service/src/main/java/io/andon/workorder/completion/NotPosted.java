package io.andon.workorder.completion;

import io.andon.kit.problem.Failure;
import java.util.UUID;

/** The completion is a draft: there is nothing to undo. */
final class NotPosted extends Failure {

    NotPosted(UUID id) {
        super(
                Category.CONFLICT,
                "NOT_POSTED",
                "The completion is not posted",
                "Completion " + id + " is a draft, which changed nothing. Only what is posted can be voided.");
    }
}
