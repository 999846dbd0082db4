package io.andon.metrics.abc;

import io.andon.metrics.list.WindowedRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a classification a caller wants. */
public class AbcRequest extends WindowedRequest {

    @Parameter(description = "Only this class: A, B or C.", example = "A")
    @QueryParam("class")
    @Pattern(regexp = "[ABC]", message = "must be A, B or C")
    public @Nullable String abcClass;
}
