package io.andon.workorder.order;

import io.andon.workorder.request.PlausibleTime;
import io.andon.workorder.request.Prose;
import io.andon.workorder.request.Quantity;
import io.andon.workorder.request.SingleLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /work-orders}. */
@Schema(
        examples =
                """
                {"outputItemId": "0197f3c2-0000-7000-8000-000000000001", "quantityPlanned": 120, "bomId": "0197f3c2-0000-7000-8000-000000000003",
                 "scheduledDueAt": "2026-07-01T16:00:00Z", "description": "Early shift"}
                """)
record NewWorkOrder(
        @NotNull UUID outputItemId,
        @NotNull @Positive @Quantity BigDecimal quantityPlanned,
        @Nullable UUID bomId,
        @SingleLine @Nullable String outputUom,
        @Nullable UUID defaultConsumeLocationId,
        @Nullable UUID defaultProduceLocationId,
        @PlausibleTime @Nullable Instant scheduledStartAt,
        @PlausibleTime @Nullable Instant scheduledDueAt,
        @Prose @Nullable String description) {

    List<UUID> locationIds() {
        return Stream.of(defaultConsumeLocationId, defaultProduceLocationId)
                .filter(id -> id != null)
                .toList();
    }
}
