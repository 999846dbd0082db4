package io.andon.workorder.completion;

import io.andon.kit.problem.Failure;
import java.util.UUID;

/** The completion is in stock already. */
final class AlreadyPosted extends Failure {

    AlreadyPosted(UUID id) {
        super(
                Category.CONFLICT,
                "ALREADY_POSTED",
                "The completion is already posted",
                "Completion " + id + " was posted before. Report further output as a new completion.");
    }
}
