package io.andon.workorder.issue;

import io.andon.workorder.request.PlausibleTime;
import io.andon.workorder.request.Prose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /work-orders/{id}/issues}. */
@Schema(
        examples =
                """
                {"occurredAt": "2026-07-01T04:10:00Z",
                 "lines": [{"componentItemId": "0197f3c2-0000-7000-8000-000000000002", "fromLocationId": "0197f3c2-0000-7000-8000-000000000004", "quantityIssued": 2500, "uom": "g"}]}
                """)
record NewIssue(
        @PlausibleTime @Nullable Instant occurredAt,
        @Prose @Nullable String notes,
        @NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid NewIssueLine> lines) {}
