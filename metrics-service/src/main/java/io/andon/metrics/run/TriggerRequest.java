package io.andon.metrics.run;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to compute; all of it optional.
 *
 * @param abcWindowDays whose usage the ABC classification ranks
 * @param asOf computes as of then, from what is known now; null for now
 */
record TriggerRequest(
        @Nullable @Min(1) @Max(RunParameters.MAX_WINDOW_DAYS) Integer abcWindowDays, @Nullable Instant asOf) {

    /** A request without a body. */
    static final TriggerRequest DEFAULTS = new TriggerRequest(null, null);

    RunParameters parameters() {
        return abcWindowDays == null ? RunParameters.DEFAULTS : new RunParameters(abcWindowDays);
    }
}
