package io.andon.workorder.completion;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a completion stands. */
public enum CompletionStatus {
    DRAFT,
    POSTED,
    VOIDED;

    static CompletionStatus of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
