package io.andon.metrics.list;

import io.andon.kit.paging.PageRequest;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which run's figures a caller wants, and which part of them. */
public class ResultRequest extends PageRequest {

    /** A published run; absent for the latest. */
    @Parameter(description = "A published run; without it, the latest.")
    @QueryParam("runId")
    public @Nullable UUID runId;

    /** Only among the runs with a window of so many days; empty where the metric has none or any will do. */
    public Optional<Integer> windowDays() {
        return Optional.empty();
    }
}
