package io.andon.workorder.order;

import io.andon.workorder.request.PlausibleTime;
import io.andon.workorder.request.Prose;
import io.andon.workorder.request.Quantity;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /work-orders/{id}}: what is absent stays. The item and its bill cannot change, because
 * requirements and postings are in their terms.
 */
@Schema(
        examples =
                """
                {"quantityPlanned": 140, "scheduledDueAt": "2026-07-02T16:00:00Z"}
                """)
record WorkOrderChange(
        @Positive @Quantity @Nullable BigDecimal quantityPlanned,
        @Nullable UUID defaultConsumeLocationId,
        @Nullable UUID defaultProduceLocationId,
        @PlausibleTime @Nullable Instant scheduledStartAt,
        @PlausibleTime @Nullable Instant scheduledDueAt,
        @Prose @Nullable String description) {

    List<UUID> locationIds() {
        return Stream.of(defaultConsumeLocationId, defaultProduceLocationId)
                .filter(Objects::nonNull)
                .toList();
    }
}
