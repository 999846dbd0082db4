package io.andon.metrics.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What started a run. */
public enum Trigger {
    MANUAL,
    NIGHTLY;

    /** As it is stored and shown. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Trigger of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
