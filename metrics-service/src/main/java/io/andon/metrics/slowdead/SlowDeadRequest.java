package io.andon.metrics.slowdead;

import io.andon.metrics.list.ResultRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which items a caller wants. */
public class SlowDeadRequest extends ResultRequest {

    @Parameter(description = "Only this state: DEAD, SLOW, ACTIVE, NEW or NONE.", example = "DEAD")
    @QueryParam("flag")
    @Pattern(regexp = "DEAD|SLOW|ACTIVE|NEW|NONE", message = "must be DEAD, SLOW, ACTIVE, NEW or NONE")
    public @Nullable String flag;
}
