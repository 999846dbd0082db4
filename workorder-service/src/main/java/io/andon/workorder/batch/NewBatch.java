package io.andon.workorder.batch;

import io.andon.workorder.request.PlausibleTime;
import io.andon.workorder.request.Prose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /work-orders/{id}/record-batch}. */
@Schema(
        examples =
                """
                {"consumeLines": [{"componentItemId": "0197f3c2-0000-7000-8000-000000000002", "fromLocationId": "0197f3c2-0000-7000-8000-000000000004", "quantity": 2000}],
                 "produceLines": [{"outputItemId": "0197f3c2-0000-7000-8000-000000000001", "toLocationId": "0197f3c2-0000-7000-8000-000000000005", "quantity": 4}]}
                """)
record NewBatch(
        @PlausibleTime @Nullable Instant occurredAt,
        @Prose @Nullable String notes,
        @Nullable Boolean allowNegative,
        @Prose @Nullable String reason,
        @NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid ConsumeLine> consumeLines,
        @NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid ProduceLine> produceLines) {}
