package io.andon.workorder.overview;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Into what a trend divides its period. */
enum Bucket {
    DAY,
    /** From Monday (ISO 8601). */
    WEEK,
    MONTH;

    /** @throws IllegalArgumentException if there is no such bucket */
    static Bucket of(String wireName) {
        for (Bucket bucket : values()) {
            if (bucket.name().toLowerCase(Locale.ROOT).equals(wireName)) {
                return bucket;
            }
        }
        throw new IllegalArgumentException(wireName);
    }

    /** The first day of the bucket that {@code day} is in. */
    LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }
}
