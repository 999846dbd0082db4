package io.andon.workorder.overview;

import io.andon.kit.problem.InvalidField;
import io.andon.workorder.request.Parameter;
import io.andon.workorder.tenantsettings.TenantSettings;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a caller wants an overview of; a bean of query parameters, so its fields are set from outside. */
public class OverviewFilter {

    private static final int DEFAULT_DAYS = 30;
    private static final int MAX_DAYS = 400;

    /** First day, in the tenant's zone; by default 29 days before {@code to}. */
    @QueryParam("from")
    public @Nullable String from;

    /** Last day, in the tenant's zone; by default today. */
    @QueryParam("to")
    public @Nullable String to;

    /** Into what the volume trend divides the period: day, week or month; by default day. */
    @QueryParam("bucket")
    public @Nullable String bucket;

    /** Only what was made or consumed of this item. */
    @QueryParam("itemId")
    public @Nullable String itemId;

    /** Only what was made or consumed at this location. */
    @QueryParam("locationId")
    public @Nullable String locationId;

    OverviewScope scope(TenantSettings settings, Instant now) {
        LocalDate givenTo = Parameter.date("to", to);
        LocalDate givenFrom = Parameter.date("from", from);
        LocalDate last = givenTo == null ? settings.dayAt(now) : givenTo;
        LocalDate first = givenFrom == null ? last.minusDays(DEFAULT_DAYS - 1L) : givenFrom;
        if (first.isAfter(last)) {
            throw new InvalidField("from", "must not be after to");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MAX_DAYS) {
            throw new InvalidField("from", "must be at most " + MAX_DAYS + " days before to");
        }
        Bucket wanted = Parameter.read("bucket", bucket, "must be day, week or month", Bucket::of);
        return new OverviewScope(
                now,
                settings,
                first,
                last,
                wanted == null ? Bucket.DAY : wanted,
                Parameter.uuid("itemId", itemId),
                Parameter.uuid("locationId", locationId));
    }
}
