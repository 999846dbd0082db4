package io.andon.workorder.scrap;

import io.andon.workorder.request.PlausibleTime;
import io.andon.workorder.request.Prose;
import io.andon.workorder.request.Quantity;
import io.andon.workorder.request.SingleLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /work-orders/{id}/scrap}. */
@Schema(examples = """
                {"quantityScrapped": 3, "reasonCode": "BURNT"}
                """)
record NewScrap(
        @NotNull @Positive @Quantity BigDecimal quantityScrapped,
        @SingleLine @Nullable String uom,
        @SingleLine @Size(max = 64) @Nullable String reasonCode,
        @PlausibleTime @Nullable Instant occurredAt,
        @Prose @Nullable String notes) {}
