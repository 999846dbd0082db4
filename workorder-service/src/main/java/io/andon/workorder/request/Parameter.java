package io.andon.workorder.request;

import io.andon.kit.problem.InvalidField;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; an absent or empty one is null, a malformed one a 400 that names it. */
public final class Parameter {

    private Parameter() {}

    public static @Nullable UUID uuid(String name, @Nullable String text) {
        return read(name, text, "is not a UUID", given -> {
            // UUID.fromString also takes shortened forms such as 1-1-1-1-1.
            UUID id = UUID.fromString(given);
            if (given.length() != 36) {
                throw new IllegalArgumentException();
            }
            return id;
        });
    }

    public static @Nullable LocalDate date(String name, @Nullable String text) {
        return read(name, text, "is not a date, YYYY-MM-DD, between 1970 and 9999", given -> {
            LocalDate date = LocalDate.parse(given);
            if (date.getYear() < 1970 || date.getYear() >= 9999) {
                throw new IllegalArgumentException();
            }
            return date;
        });
    }

    public static @Nullable Instant time(String name, @Nullable String text) {
        return read(name, text, "is not an RFC 3339 time between 1970 and 9999", given -> {
            Instant time = OffsetDateTime.parse(given).toInstant();
            if (!PlausibleTime.Check.holds(time)) {
                throw new IllegalArgumentException();
            }
            return time.truncatedTo(ChronoUnit.MICROS);
        });
    }

    public static @Nullable Boolean flag(String name, @Nullable String text) {
        return read(name, text, "must be true or false", given -> switch (given) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /** Text to search for. */
    public static @Nullable String text(String name, @Nullable String text) {
        return read(name, text, "must be up to 200 characters, without control characters", given -> {
            if (given.length() > 200 || given.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException();
            }
            return given;
        });
    }

    /** @param parse throws {@link IllegalArgumentException} or {@link DateTimeException} for what is malformed */
    public static <T> @Nullable T read(
            String name, @Nullable String text, String complaint, Function<String, T> parse) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new InvalidField(name, complaint);
        }
    }
}
