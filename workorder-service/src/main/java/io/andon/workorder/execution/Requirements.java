package io.andon.workorder.execution;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order needs: its bill, exploded one level, against stock.
 *
 * @param bomId null where the order has no bill; then there are no lines
 */
record Requirements(
        Instant asOf, UUID workOrderId, @Nullable UUID bomId, BigDecimal quantityPlanned, List<Line> lines) {

    Requirements {
        lines = List.copyOf(lines);
    }

    /**
     * A component, in its base unit.
     *
     * @param quantityRequired for the whole plan, scrap factor included
     * @param quantityRemaining still to be issued, zero at the least
     * @param quantityOnHand over all locations
     * @param quantityShort what remains and is not on hand, zero at the least
     */
    record Line(
            UUID componentItemId,
            String sku,
            String name,
            String uom,
            BigDecimal quantityRequired,
            BigDecimal quantityIssued,
            BigDecimal quantityRemaining,
            BigDecimal quantityOnHand,
            BigDecimal quantityShort) {}
}
