package io.andon.workorder.item;

import io.andon.workorder.request.Quantity;
import io.andon.workorder.request.SingleLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /items}. A cost without a currency is in the tenant's. */
@Schema(
        examples =
                """
                {"sku": "BREAD-1", "name": "Sourdough 1 kg", "type": "finished", "baseUom": "pcs",
                 "standardCost": 1.85, "currency": "EUR", "discrete": true}
                """)
record NewItem(
        @NotNull @SingleLine @Size(max = 64) String sku,
        @NotNull @SingleLine @Size(max = 200) String name,
        @NotNull ItemType type,
        @NotNull @SingleLine @Size(max = 16) String baseUom,
        @Quantity @PositiveOrZero @Nullable BigDecimal standardCost,
        @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code") @Nullable String currency,
        @Nullable Boolean lotTracked,
        @Nullable Boolean discrete,
        @Nullable Boolean active) {}
