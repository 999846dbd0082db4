package io.andon.workorder.order;

import io.andon.kit.problem.Failure;
import java.util.UUID;

/** What was to be posted is in stock already. */
public final class AlreadyPosted extends Failure {

    /** @param what in one word, for instance {@code Completion} */
    public AlreadyPosted(String what, UUID id) {
        super(
                Category.CONFLICT,
                "ALREADY_POSTED",
                "It is already posted",
                what + " " + id + " was posted before. Report what happened since as a new one.");
    }
}
