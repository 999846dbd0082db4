package io.andon.workorder.completion;

import io.andon.kit.problem.Failure;
import java.util.UUID;

/** The completion is undone already. */
final class AlreadyVoided extends Failure {

    AlreadyVoided(UUID id) {
        super(
                Category.CONFLICT,
                "ALREADY_VOIDED",
                "The completion is already voided",
                "Completion " + id + " was voided before.");
    }
}
