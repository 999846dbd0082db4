package io.andon.metrics.aging;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How old one item's stock of one lot at one location is. The four quantities are those of the tenant's buckets, whose
 * days are these unless the settings say otherwise.
 *
 * @param sku null, like the name, while the item's master data has not arrived
 * @param locationCode null while the location's master data has not arrived
 * @param lotCode null for stock that belongs to no lot
 * @param averageAgeDays weighted by quantity
 * @param bucketValues what each bucket's stock is worth, the youngest first
 * @param warnings {@code UNVALUED}
 */
record AgingRow(
        UUID itemId,
        @Nullable String sku,
        @Nullable String name,
        UUID locationId,
        @Nullable String locationCode,
        @Nullable String lotCode,
        @Schema(description = "In the first bucket; its last day is the first of agingBuckets.")
                BigDecimal qty0To30Days,
        @Schema(description = "In the second bucket.") BigDecimal qty31To60Days,
        @Schema(description = "In the third bucket.") BigDecimal qty61To90Days,
        @Schema(description = "In the open bucket.") BigDecimal qtyOver90Days,
        int oldestAgeDays,
        BigDecimal averageAgeDays,
        BigDecimal value,
        List<BigDecimal> bucketValues,
        List<String> warnings) {

    AgingRow {
        bucketValues = List.copyOf(bucketValues);
        warnings = List.copyOf(warnings);
    }
}
