package io.andon.workorder.item;

import io.andon.workorder.request.Quantity;
import io.andon.workorder.request.SingleLine;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /items/{id}}: what is absent stays. Sku, unit and the like cannot change, because postings
 * were made in their terms.
 */
record ItemChange(
        @SingleLine @Size(max = 200) @Nullable String name,
        @Quantity @PositiveOrZero @Nullable BigDecimal standardCost,
        @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code") @Nullable String currency,
        @Nullable Boolean active) {}
