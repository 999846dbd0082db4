package io.andon.metrics.list;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A request for figures of a metric that looks at a window. */
public class WindowedRequest extends ResultRequest {

    /** Text, because JAX-RS answers 404 where a number cannot be read. */
    @Parameter(
            description = "The latest run among those with a window of so many days; without it, the latest of all.",
            example = "90")
    @QueryParam("windowDays")
    @Pattern(regexp = "[1-9][0-9]{0,3}", message = "must be a number of days")
    public @Nullable String windowDays;

    @Override
    public Optional<Integer> windowDays() {
        return Optional.ofNullable(windowDays).map(Integer::valueOf);
    }
}
