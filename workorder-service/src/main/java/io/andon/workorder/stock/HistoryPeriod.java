package io.andon.workorder.stock;

import io.andon.workorder.request.Parameter;
import io.andon.workorder.tenantsettings.TenantSettings;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which part of an item's history a caller wants; a bean of query parameters, so its fields are set from outside. A
 * bound is a day in the tenant's zone, inclusive, or an RFC 3339 time, of which {@code to} is exclusive.
 */
public class HistoryPeriod {

    @QueryParam("from")
    public @Nullable String from;

    @QueryParam("to")
    public @Nullable String to;

    /** Inclusive; null from the beginning. */
    @Nullable
    Instant from(TenantSettings settings) {
        if (isTime(from)) {
            return Parameter.time("from", from);
        }
        LocalDate day = Parameter.date("from", from);
        return day == null ? null : settings.startOf(day);
    }

    /** Exclusive; null up to the end. */
    @Nullable
    Instant to(TenantSettings settings) {
        if (isTime(to)) {
            return Parameter.time("to", to);
        }
        LocalDate day = Parameter.date("to", to);
        return day == null ? null : settings.startOf(day.plusDays(1));
    }

    private static boolean isTime(@Nullable String text) {
        return text != null && text.contains("T");
    }
}
