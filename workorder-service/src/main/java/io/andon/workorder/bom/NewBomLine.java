package io.andon.workorder.bom;

import io.andon.workorder.request.Quantity;
import io.andon.workorder.request.SingleLine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of {@link NewBom}. */
record NewBomLine(
        @NotNull UUID componentItemId,
        @NotNull @Positive @Quantity BigDecimal quantity,
        @SingleLine @Nullable String uom,
        @Quantity @PositiveOrZero @DecimalMax("1") @Nullable BigDecimal scrapFactor) {}
