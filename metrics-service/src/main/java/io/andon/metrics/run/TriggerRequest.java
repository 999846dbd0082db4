package io.andon.metrics.run;

import io.andon.kit.problem.InvalidField;
import io.andon.metrics.tenant.IdleThresholds;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to compute; all of it optional.
 *
 * @param abcWindowDays whose usage the ABC classification ranks
 * @param slowThresholdDays from how long without use stock is slow; null for the tenant's setting
 * @param deadThresholdDays from how long without use stock is dead; null for the tenant's setting
 * @param turnsWindowDays whose outflow and average stock turns and DOI compare
 * @param asOf computes as of then, from what is known now; null for now
 */
@Schema(
        description = "All of it is optional. slowThresholdDays must be less than deadThresholdDays; asOf lies between"
                + " 1970 and now.",
        examples = "{\"abcWindowDays\":90,\"slowThresholdDays\":90,\"deadThresholdDays\":180,\"turnsWindowDays\":90}")
record TriggerRequest(
        @Nullable @Min(1) @Max(RunParameters.MAX_DAYS) Integer abcWindowDays,
        @Nullable @Min(1) @Max(RunParameters.MAX_DAYS) Integer slowThresholdDays,
        @Nullable @Min(1) @Max(RunParameters.MAX_DAYS) Integer deadThresholdDays,
        @Nullable @Min(1) @Max(RunParameters.MAX_DAYS) Integer turnsWindowDays,
        @Nullable Instant asOf) {

    /** A request without a body. */
    static final TriggerRequest DEFAULTS = new TriggerRequest(null, null, null, null, null);

    /** @throws InvalidField if the thresholds, with the tenant's for those that are left out, do not rise */
    RunParameters parameters(IdleThresholds settings) {
        int slowDays = Optional.ofNullable(slowThresholdDays).orElse(settings.slowDays());
        int deadDays = Optional.ofNullable(deadThresholdDays).orElse(settings.deadDays());
        if (slowDays >= deadDays) {
            throw new InvalidField(
                    slowThresholdDays == null ? "deadThresholdDays" : "slowThresholdDays",
                    "slow after " + slowDays + " days must come before dead after " + deadDays);
        }
        return new RunParameters(
                Optional.ofNullable(abcWindowDays).orElse(RunParameters.DEFAULT_WINDOW_DAYS),
                slowDays,
                deadDays,
                Optional.ofNullable(turnsWindowDays).orElse(RunParameters.DEFAULT_WINDOW_DAYS));
    }
}
