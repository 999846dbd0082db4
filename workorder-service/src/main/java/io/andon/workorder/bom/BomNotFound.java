package io.andon.workorder.bom;

import io.andon.kit.problem.Failure;
import java.util.UUID;

/** The tenant has no such bill of materials. */
final class BomNotFound extends Failure {

    BomNotFound(UUID id) {
        super(Category.NOT_FOUND, "BOM_NOT_FOUND", "No such bill of materials", "There is no bill " + id + ".");
    }
}
