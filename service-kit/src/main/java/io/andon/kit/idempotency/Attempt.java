package io.andon.kit.idempotency;

import io.andon.kit.problem.InvalidField;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of this HTTP request tells one attempt from another. */
@RequestScoped
class Attempt {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern SYNTAX = Pattern.compile("[\\x21-\\x7e]{1,200}");

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    /**
     * The key that the client chose, null if it chose none.
     *
     * @throws InvalidField if it is not 1 to 200 visible ASCII characters
     */
    @Nullable
    String key() {
        String key = headers.getHeaderString(HEADER);
        if (key != null && !SYNTAX.matcher(key).matches()) {
            throw new InvalidField(HEADER, "must be 1 to 200 visible ASCII characters");
        }
        return key;
    }

    String path() {
        return uri.getPath();
    }
}
