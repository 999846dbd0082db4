package io.andon.workorder.issue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an issue stands. */
public enum IssueStatus {
    DRAFT,
    POSTED;

    static IssueStatus of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
