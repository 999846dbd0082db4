package io.andon.kit.refused;

import io.andon.kit.problem.Failure;
import java.util.UUID;

/** No event with this id was set aside, or it has been brought back. */
final class RefusedEventNotFound extends Failure {

    RefusedEventNotFound(UUID eventId) {
        super(
                Category.NOT_FOUND,
                "REFUSED_EVENT_NOT_FOUND",
                "No such refused event",
                "There is no refused event " + eventId + ".");
    }
}
