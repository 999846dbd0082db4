package io.andon.metrics.intake;

import io.andon.events.PoisonRecordException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What any value must satisfy to be stored. The contract's records are plain data, so nothing has looked at it yet. */
final class Rules {

    /** Quantities and money have scale 6; what is left of the ledger's 24 digits is beyond any real stock. */
    private static final int MAX_SCALE = 6;

    private static final int MAX_INTEGER_DIGITS = 18;

    /** PostgreSQL and JSON agree on years of four digits. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Rules() {}

    static void require(boolean holds, String rule) {
        if (!holds) {
            throw new PoisonRecordException(rule);
        }
    }

    static void present(@Nullable Object value, String field) {
        require(value != null, field + " is missing");
    }

    static void time(@Nullable Instant time, String field) {
        present(time, field);
        require(!time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST), field + " is not between 1970 and 9999");
    }

    static void decimal(@Nullable BigDecimal number, String field) {
        present(number, field);
        // Compares digit counts only: expanding 1e999999999 would take gigabytes.
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        require(plain.scale() <= MAX_SCALE, field + " has more than " + MAX_SCALE + " decimal places");
        require(
                (long) plain.precision() - plain.scale() <= MAX_INTEGER_DIGITS,
                field + " has more than " + MAX_INTEGER_DIGITS + " digits before the decimal point");
    }

    static void cost(@Nullable BigDecimal cost, String field) {
        if (cost != null) {
            decimal(cost, field);
            require(cost.signum() >= 0, field + " is negative");
        }
    }

    /** JSON can carry what PostgreSQL's text cannot: the character NUL, and half a surrogate pair. */
    static void text(@Nullable String text, String field) {
        require(text == null || text.indexOf('\0') < 0, field + " contains the character NUL");
        require(
                text == null || StandardCharsets.UTF_8.newEncoder().canEncode(text),
                field + " contains half a surrogate pair");
    }
}
