package io.andon.metrics.run;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.problem.InvalidField;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.metrics.tenant.TenantSettingsQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Begins runs. */
@ApplicationScoped
class RunCommands {

    private final TenantTransactions transactions;
    private final IdempotentPost post;
    private final RunTable runs;
    private final RunQueue queue;
    private final TenantSettingsQuery settings;

    RunCommands(
            TenantTransactions transactions,
            IdempotentPost post,
            RunTable runs,
            RunQueue queue,
            TenantSettingsQuery settings) {
        this.transactions = transactions;
        this.post = post;
        this.runs = runs;
        this.queue = queue;
        this.settings = settings;
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
        RunParameters parameters = request.parameters(settings.idleThresholds(tx));
        return runs.begin(tx, Trigger.MANUAL, asOf, null, parameters)
                .map(runId -> new Runner.Begun(tx.tenant(), runId, asOf, parameters))
                .orElseThrow(RunInProgress::new);
    }
}
