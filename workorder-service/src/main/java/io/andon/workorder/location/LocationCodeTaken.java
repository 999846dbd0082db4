package io.andon.workorder.location;

import io.andon.kit.problem.Failure;

/** Another location of the tenant has this code. */
final class LocationCodeTaken extends Failure {

    LocationCodeTaken(String code) {
        super(
                Category.CONFLICT,
                "LOCATION_CODE_TAKEN",
                "The code is taken",
                "There is another location with code " + code + ".");
    }
}
