package io.andon.workorder.batch;

import io.andon.workorder.request.Quantity;
import io.andon.workorder.request.SingleLine;
import io.andon.workorder.stock.LineDraft;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What went into a batch. */
record ConsumeLine(
        @NotNull UUID componentItemId,
        @NotNull UUID fromLocationId,
        @NotNull @Positive @Quantity BigDecimal quantity,
        @SingleLine @Nullable String uom,
        @SingleLine @Size(max = 64) @Nullable String lotCode) {

    LineDraft draft(int index) {
        return LineDraft.of(
                "consumeLines[" + index + "]", componentItemId, fromLocationId, lotCode, quantity.negate(), uom);
    }
}
