package io.andon.workorder.overview;

import io.andon.workorder.tenantsettings.TenantSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an overview is about.
 *
 * @param to inclusive
 * @param itemId null for all items
 * @param locationId null for all locations
 */
record OverviewScope(
        Instant asOf,
        TenantSettings settings,
        LocalDate from,
        LocalDate to,
        Bucket bucket,
        @Nullable UUID itemId,
        @Nullable UUID locationId) {

    /** The first day of each bucket, the first of which may begin before the period. */
    List<LocalDate> buckets() {
        return from.datesUntil(to.plusDays(1)).map(bucket::firstDay).distinct().toList();
    }

    Instant start() {
        return settings.startOf(from);
    }

    /** Exclusive. */
    Instant end() {
        return settings.startOf(to.plusDays(1));
    }
}
