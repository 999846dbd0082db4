package io.andon.workorder.batch;

import io.andon.workorder.order.WorkOrderStatus;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * The answer to {@code POST /work-orders/{id}/record-batch}.
 *
 * @param batchId the id of its completion, which both movements carry as their {@code sourceId}
 * @param quantityCompleted the order's good output so far
 */
record RecordedBatch(
        UUID workOrderId,
        UUID batchId,
        UUID issueMovementId,
        UUID receiveMovementId,
        BigDecimal quantityCompleted,
        WorkOrderStatus workOrderStatus) {}
