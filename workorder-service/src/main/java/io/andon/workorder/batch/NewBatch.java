package io.andon.workorder.batch;

import io.andon.workorder.request.PlausibleTime;
import io.andon.workorder.request.Prose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /work-orders/{id}/record-batch}. */
record NewBatch(
        @PlausibleTime @Nullable Instant occurredAt,
        @Prose @Nullable String notes,
        @Nullable Boolean allowNegative,
        @Prose @Nullable String reason,
        @NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid ConsumeLine> consumeLines,
        @NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid ProduceLine> produceLines) {}
