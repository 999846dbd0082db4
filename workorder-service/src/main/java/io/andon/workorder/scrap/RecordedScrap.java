package io.andon.workorder.scrap;

import io.andon.workorder.order.WorkOrderStatus;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * The answer to {@code POST /work-orders/{id}/scrap}.
 *
 * @param quantityCompleted the order's good output so far
 * @param quantityScrapped the order's scrap so far
 */
record RecordedScrap(
        UUID scrapId,
        UUID workOrderId,
        BigDecimal quantityCompleted,
        BigDecimal quantityScrapped,
        WorkOrderStatus workOrderStatus) {}
