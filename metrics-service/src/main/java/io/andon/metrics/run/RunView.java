package io.andon.metrics.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as the API shows it.
 *
 * @param parameters as they were given or defaulted when the run began
 * @param failure a code; null unless it failed
 * @param metrics what it has computed, in order: {metric, items, durationMs} each
 */
record RunView(
        UUID runId,
        RunStatus status,
        Trigger trigger,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Instant asOf,
        JsonNode parameters,
        @Nullable String failure,
        JsonNode metrics) {}
