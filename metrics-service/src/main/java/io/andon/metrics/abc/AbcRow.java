package io.andon.metrics.abc;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One item's classification.
 *
 * @param sku null, like the name, while the item's master data has not arrived
 * @param cumulativePercentage of the total, this row included; null without usage
 * @param previousClass in the run before this one, by asOf, with the same window; null if there is none
 * @param changedAt as of when the item has been in its present class
 * @param reason {@code NO_USAGE}, or null
 * @param warnings {@code UNVALUED} if some usage has no cost
 */
record AbcRow(
        UUID itemId,
        @Nullable String sku,
        @Nullable String name,
        BigDecimal totalValue,
        @Nullable BigDecimal cumulativePercentage,
        String abcClass,
        @Nullable String previousClass,
        Instant changedAt,
        @Nullable String reason,
        List<String> warnings) {

    AbcRow {
        warnings = List.copyOf(warnings);
    }
}
