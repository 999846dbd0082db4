package io.andon.kit.paging;

import io.andon.kit.problem.InvalidField;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which part of a list a caller wants; a bean of query parameters, so its fields are set from outside. */
public class PageRequest {

    /** How many rows at most, 1 to 200. Text, because JAX-RS answers 404 where a number cannot be read. */
    @QueryParam("limit")
    @DefaultValue("50")
    @Pattern(regexp = "[1-9][0-9]?|1[0-9]{2}|200", message = "must be a number from 1 to 200")
    public String limit = "50";

    /** The {@code nextCursor} of the page before; absent for the first page. */
    @QueryParam("cursor")
    public @Nullable String cursor;

    public int limit() {
        return Integer.parseInt(limit);
    }

    /**
     * The sort key of the last row of the page before; empty for the first page.
     *
     * @throws InvalidField if the cursor is not one that this API made
     */
    public Optional<String> after() {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            // A forged NUL would pass through here to PostgreSQL, which refuses to compare it.
            if (key.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException();
            }
            return Optional.of(key);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidField("cursor", "is not a cursor of this list");
        }
    }

    /**
     * Makes a page of up to {@link #limit()} rows out of one row more than that, whose presence tells of a next page.
     *
     * @param key a row's sort key, as {@link #after()} will hand it back
     */
    public static <T> Page<T> page(List<T> limitPlusOne, int limit, Function<T, String> key) {
        if (limitPlusOne.size() <= limit) {
            return new Page<>(limitPlusOne, null);
        }
        List<T> rows = limitPlusOne.subList(0, limit);
        byte[] last = key.apply(rows.get(limit - 1)).getBytes(StandardCharsets.UTF_8);
        return new Page<>(rows, Base64.getUrlEncoder().withoutPadding().encodeToString(last));
    }
}
