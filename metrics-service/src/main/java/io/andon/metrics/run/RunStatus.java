package io.andon.metrics.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a run stands. */
public enum RunStatus {
    RUNNING,
    PUBLISHED,
    FAILED;

    /** As it is stored and shown. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
