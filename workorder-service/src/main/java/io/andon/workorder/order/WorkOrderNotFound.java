package io.andon.workorder.order;

import io.andon.kit.problem.Failure;
import java.util.UUID;

/** The tenant has no such work order. */
public final class WorkOrderNotFound extends Failure {

    WorkOrderNotFound(UUID id) {
        super(Category.NOT_FOUND, "WORK_ORDER_NOT_FOUND", "No such work order", "There is no work order " + id + ".");
    }
}
