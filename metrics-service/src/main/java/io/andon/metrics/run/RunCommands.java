package io.andon.metrics.run;

import io.andon.events.TenantId;
import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.problem.InvalidField;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.metrics.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Begins runs. */
@ApplicationScoped
class RunCommands {

    private final TenantTransactions transactions;
    private final IdempotentPost post;
    private final RunTable runs;
    private final RunQueue queue;
    private final Tenants tenants;

    RunCommands(TenantTransactions transactions, IdempotentPost post, RunTable runs, RunQueue queue, Tenants tenants) {
        this.transactions = transactions;
        this.post = post;
        this.runs = runs;
        this.queue = queue;
        this.tenants = tenants;
    }

    /** What a trigger answers. */
    record Accepted(UUID runId) {}

    /** Begins a run of the caller's tenant; it is carried out after the answer has been given. */
    Response trigger(TriggerRequest request) {
        AtomicReference<Runner.Begun> begun = new AtomicReference<>();
        boolean queued = false;
        queue.reserve();
        try {
            Response accepted = post.accepted(request, tx -> {
                begun.set(begin(tx, request));
                return new Accepted(begun.get().runId());
            });
            // Empty when the Idempotency-Key has been answered before.
            if (begun.get() != null) {
                queue.add(begun.get());
                queued = true;
            }
            return accepted;
        } finally {
            if (!queued) {
                queue.giveBack();
            }
        }
    }

    private Runner.Begun begin(TenantTransaction tx, TriggerRequest request) {
        Instant asOf = request.asOf() == null ? tx.now() : request.asOf().truncatedTo(ChronoUnit.MICROS);
        if (asOf.isAfter(tx.now()) || asOf.isBefore(Instant.EPOCH)) {
            throw new InvalidField("asOf", "must lie between 1970 and now");
        }
        RunParameters parameters = request.parameters();
        return runs.begin(tx, Trigger.MANUAL, asOf, null, parameters)
                .map(runId -> new Runner.Begun(tx.tenant(), runId, asOf, parameters))
                .orElseThrow(RunInProgress::new);
    }

    /**
     * Begins the run of {@code scheduled}, as of that instant.
     *
     * @return empty if it has had its run, or another run of the tenant is in progress and it must be asked for again
     */
    Optional<Runner.Begun> beginNightly(TenantId tenant, Instant scheduled) {
        return transactions.call(tenant, tx -> {
            Optional<UUID> runId = runs.begin(tx, Trigger.NIGHTLY, scheduled, scheduled, RunParameters.DEFAULTS);
            runId.ifPresent(begun -> tenants.nightlyRunStarted(tx, scheduled));
            return runId.map(begun -> new Runner.Begun(tenant, begun, scheduled, RunParameters.DEFAULTS));
        });
    }
}
