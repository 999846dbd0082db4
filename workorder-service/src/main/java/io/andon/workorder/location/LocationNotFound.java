package io.andon.workorder.location;

import io.andon.kit.problem.Failure;
import java.util.UUID;

/** The tenant has no such location. */
public final class LocationNotFound extends Failure {

    public LocationNotFound(UUID id) {
        super(Category.NOT_FOUND, "LOCATION_NOT_FOUND", "No such location", "There is no location " + id + ".");
    }
}
