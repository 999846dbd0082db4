package io.andon.workorder.completion;

import io.andon.workorder.request.PlausibleTime;
import io.andon.workorder.request.Prose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /work-orders/{id}/completions}. */
@Schema(
        examples =
                """
                {"occurredAt": "2026-07-01T06:30:00Z", "notes": "Oven 2",
                 "lines": [{"outputItemId": "0197f3c2-0000-7000-8000-000000000001", "toLocationId": "0197f3c2-0000-7000-8000-000000000005", "quantityCompleted": 40, "lotCode": "L-0701"}]}
                """)
record NewCompletion(
        @PlausibleTime @Nullable Instant occurredAt,
        @Prose @Nullable String notes,
        @NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid NewCompletionLine> lines) {}
