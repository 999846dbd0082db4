package io.andon.workorder.issue;

import io.andon.workorder.request.Quantity;
import io.andon.workorder.request.SingleLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of {@link NewIssue}. */
record NewIssueLine(
        @NotNull UUID componentItemId,
        @NotNull UUID fromLocationId,
        @NotNull @Positive @Quantity BigDecimal quantityIssued,
        @SingleLine @Nullable String uom,
        @SingleLine @Size(max = 64) @Nullable String lotCode) {}
