package io.andon.metrics.aging;

import io.andon.metrics.list.ResultRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which stock a caller wants. */
public class AgingRequest extends ResultRequest {

    /** Text, because JAX-RS answers 404 where a number cannot be read. */
    @Parameter(description = "Only stock with something in this bucket: 1, the youngest, to 4, the open one.")
    @QueryParam("bucket")
    @Pattern(regexp = "[1-4]", message = "must be a number from 1, the youngest, to 4")
    public @Nullable String bucket;
}
