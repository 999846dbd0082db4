package io.andon.workorder.completion;

import io.andon.kit.problem.Failure;
import java.util.UUID;

/** The work order has no such completion. */
final class CompletionNotFound extends Failure {

    CompletionNotFound(UUID id) {
        super(
                Category.NOT_FOUND,
                "COMPLETION_NOT_FOUND",
                "No such completion",
                "The work order has no completion " + id + ".");
    }
}
