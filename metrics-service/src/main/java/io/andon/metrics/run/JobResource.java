package io.andon.metrics.run;

import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The metrics job: running it now, when it runs by itself, and how it went last. */
@Path("/metrics/job")
@Produces(MediaType.APPLICATION_JSON)
class JobResource {

    private static final String JOB = "metrics";

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final RunCommands commands;
    private final RunQuery runs;

    JobResource(TenantContext caller, TenantTransactions transactions, RunCommands commands, RunQuery runs) {
        this.caller = caller;
        this.transactions = transactions;
        this.commands = commands;
        this.runs = runs;
    }

    @POST
    @Path("/trigger")
    @Operation(
            summary = "Compute all metrics now",
            description =
                    "Begins a run of the caller's tenant and does not wait for it; metrics:updated tells of its end."
                            + " 409 RUN_IN_PROGRESS while another one runs, 409 RUN_QUEUE_FULL when too many of all"
                            + " tenants wait.")
    @APIResponse(
            responseCode = "202",
            description = "The run has begun.",
            content = @Content(schema = @Schema(implementation = RunCommands.Accepted.class)))
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("planner")
    public Response trigger(@Nullable @Valid TriggerRequest request) {
        return commands.trigger(request == null ? TriggerRequest.DEFAULTS : request);
    }

    @GET
    @Path("/status")
    @Operation(summary = "How the metrics job stands", description = "When it runs by itself, and how it went last.")
    @RolesAllowed("viewer")
    public JobStatus status() {
        return transactions.call(caller.tenant(), this::status);
    }

    private JobStatus status(TenantTransaction tx) {
        Optional<RunView> running = runs.running(tx);
        Optional<RunView> last = runs.lastFinished(tx);
        return new JobStatus(
                JOB,
                NightlyJob.SCHEDULE,
                running.isPresent(),
                running.map(RunView::runId).orElse(null),
                last.map(RunView::runId).orElse(null),
                last.map(RunView::finishedAt).orElse(null),
                last.map(JobResource::durationMs).orElse(null),
                last.map(RunView::status).orElse(null));
    }

    private static @Nullable Long durationMs(RunView run) {
        return run.finishedAt() == null
                ? null
                : Duration.between(run.startedAt(), run.finishedAt()).toMillis();
    }

    /**
     * How the job stands.
     *
     * @param runId the run in progress; null if there is none
     * @param lastRunAt when the last run ended
     */
    record JobStatus(
            String job,
            String schedule,
            boolean running,
            @Nullable UUID runId,
            @Nullable UUID lastRunId,
            @Nullable Instant lastRunAt,
            @Nullable Long lastRunDurationMs,
            @Nullable RunStatus lastOutcome) {}
}
