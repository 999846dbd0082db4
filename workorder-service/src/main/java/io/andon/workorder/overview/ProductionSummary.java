package io.andon.workorder.overview;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The KPI tiles.
 *
 * @param onTimePercent of all completed orders with a due time, those completed by then; null if there are none
 */
record ProductionSummary(
        Instant asOf,
        String zone,
        OrderCounts workOrders,
        Today today,
        Week last7Days,
        @Nullable BigDecimal onTimePercent) {

    /**
     * @param open drafts, released orders and those in progress
     * @param overdue the open ones whose due time has passed
     */
    record OrderCounts(
            long draft,
            long released,
            long inProgress,
            long completed,
            long closed,
            long canceled,
            long open,
            long overdue) {}

    record Today(LocalDate date, List<UomQuantity> output) {}

    /**
     * Today and the six days before.
     *
     * @param yieldPercent good of good and scrap; null if there is neither, or if more than one unit was made
     * @param yieldByUom the same per unit
     */
    record Week(
            LocalDate from,
            LocalDate to,
            List<UomQuantity> output,
            List<UomQuantity> scrap,
            @Nullable BigDecimal yieldPercent,
            List<UomYield> yieldByUom) {}

    record UomYield(String uom, @Nullable BigDecimal percent) {}
}
