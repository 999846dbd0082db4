package io.andon.workorder.stock;

import io.andon.kit.problem.Failure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A posting takes more than there is. */
final class InsufficientStock extends Failure {

    /** @param lotCode null where any lot would have done */
    record Shortage(
            UUID itemId,
            UUID locationId,
            @Nullable String lotCode,
            BigDecimal requested,
            BigDecimal available,
            BigDecimal shortage) {}

    InsufficientStock(List<Shortage> lines) {
        super(
                Category.CONFLICT,
                "INSUFFICIENT_STOCK",
                "There is not enough stock",
                "Nothing was posted: stock is short on " + lines.size() + (lines.size() == 1 ? " line." : " lines."),
                Map.of("lines", List.copyOf(lines)));
    }
}
