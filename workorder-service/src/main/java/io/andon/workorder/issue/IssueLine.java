package io.andon.workorder.issue;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is taken and from where.
 *
 * @param lotCode null where the oldest stock is taken
 */
record IssueLine(
        int lineNo,
        UUID componentItemId,
        UUID fromLocationId,
        BigDecimal quantityIssued,
        String uom,
        @Nullable String lotCode) {}
