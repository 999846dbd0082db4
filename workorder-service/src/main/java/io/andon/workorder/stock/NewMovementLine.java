package io.andon.workorder.stock;

import io.andon.workorder.request.BusinessTime;
import io.andon.workorder.request.PlausibleTime;
import io.andon.workorder.request.Quantity;
import io.andon.workorder.request.SingleLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of {@link NewMovement}. */
record NewMovementLine(
        @NotNull UUID itemId,
        @NotNull UUID locationId,
        @NotNull @Quantity BigDecimal qtyDelta,
        @SingleLine @Nullable String uom,
        @SingleLine @Size(max = 64) @Nullable String lotCode,
        @PlausibleTime @Nullable Instant lotReceivedAt,
        @Quantity @PositiveOrZero @Nullable BigDecimal unitCost,
        @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code") @Nullable String currency,
        @SingleLine @Size(max = 64) @Nullable String reasonCode) {

    LineDraft draft(String field) {
        return new LineDraft(
                field,
                itemId,
                locationId,
                lotCode,
                BusinessTime.stored(lotReceivedAt),
                qtyDelta,
                uom,
                unitCost,
                currency,
                reasonCode);
    }
}
