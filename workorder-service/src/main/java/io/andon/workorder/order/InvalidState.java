package io.andon.workorder.order;

import io.andon.kit.problem.Failure;
import java.util.Map;

/** The work order's status does not allow what was asked for. */
public final class InvalidState extends Failure {

    /** @param action in the passive, for instance {@code released} */
    InvalidState(WorkOrderStatus status, String action) {
        super(
                Category.CONFLICT,
                "INVALID_STATE",
                "The work order's status does not allow this",
                "A work order that is " + status.toString().replace('_', ' ') + " cannot be " + action + ".",
                Map.of("workOrderStatus", status));
    }
}
