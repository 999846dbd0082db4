package io.andon.workorder.issue;

import io.andon.workorder.request.PlausibleTime;
import io.andon.workorder.request.Prose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /work-orders/{id}/issues}. */
record NewIssue(
        @PlausibleTime @Nullable Instant occurredAt,
        @Prose @Nullable String notes,
        @NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid NewIssueLine> lines) {}
