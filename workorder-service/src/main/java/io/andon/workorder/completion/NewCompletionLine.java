package io.andon.workorder.completion;

import io.andon.workorder.request.Quantity;
import io.andon.workorder.request.SingleLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of {@link NewCompletion}. */
record NewCompletionLine(
        @NotNull UUID outputItemId,
        @NotNull UUID toLocationId,
        @NotNull @Positive @Quantity BigDecimal quantityCompleted,
        @SingleLine @Nullable String uom,
        @SingleLine @Size(max = 64) @Nullable String lotCode) {}
