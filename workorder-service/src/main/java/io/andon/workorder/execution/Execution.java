package io.andon.workorder.execution;

import io.andon.workorder.order.WorkOrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order made and took so far.
 *
 * @param quantityRemaining of the plan, neither made nor scrapped yet; zero at the least
 * @param progressPercent good output of the plan
 * @param yieldPercent good of good and scrap; null if there is neither
 */
record Execution(
        Instant asOf,
        UUID workOrderId,
        WorkOrderStatus status,
        @Nullable UUID bomId,
        String outputUom,
        BigDecimal quantityPlanned,
        BigDecimal quantityCompleted,
        BigDecimal quantityScrapped,
        BigDecimal quantityRemaining,
        @Nullable BigDecimal progressPercent,
        @Nullable BigDecimal yieldPercent,
        List<Material> materials) {

    Execution {
        materials = List.copyOf(materials);
    }

    /**
     * A component of the bill or something else that was issued, in its base unit.
     *
     * @param quantityRequired for the whole plan; null if the bill does not name it
     * @param quantityExpected for what is made and scrapped so far; null if the bill does not name it
     * @param quantityRemaining still to be issued, zero at the least; null if the bill does not name it
     * @param variancePercent (issued − expected) / expected; null where nothing is expected
     */
    record Material(
            UUID componentItemId,
            String sku,
            String name,
            String uom,
            @Nullable BigDecimal quantityRequired,
            @Nullable BigDecimal quantityExpected,
            BigDecimal quantityIssued,
            @Nullable BigDecimal quantityRemaining,
            @Nullable BigDecimal variancePercent) {}
}
