package io.andon.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A tenant's id: lower-case letters, digits and hyphens, 1 to 63 characters, not starting or ending with a hyphen
 * (the syntax of a DNS label, RFC 1123 §2.1), so that it is safe in a Kafka key, a header, a log line and a URL.
 */
public record TenantId(@JsonValue String value) {

    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** @throws IllegalArgumentException if {@code value} is not a tenant id */
    @JsonCreator
    public TenantId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("not a tenant id: 1 to 63 of a-z, 0-9 and inner hyphens are allowed");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
