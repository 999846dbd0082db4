package io.andon.metrics.item;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the latest run says about one item.
 *
 * @param asOf null, like the run, before the first one
 * @param sku null, like the name, while the item's master data has not arrived
 * @param metrics the item's rows as in the metric's list, by the metric's name
 */
record ItemFigures(
        UUID itemId,
        @Nullable String sku,
        @Nullable String name,
        @Nullable Instant asOf,
        @Nullable UUID runId,
        @Schema(
                        description =
                                "The item's rows as in each metric's list, by the metric's name; aging has one for each"
                                        + " location and lot.")
                Map<String, List<?>> metrics) {

    ItemFigures {
        metrics = Map.copyOf(metrics);
    }
}
