package io.andon.metrics.run;

import io.andon.metrics.tenant.TenantSettings;
import java.time.Instant;
import java.util.UUID;

/**
 * Everything that a run's figures depend on, besides the ledger.
 *
 * @param asOf only what happened before this instant counts
 */
public record RunPlan(UUID runId, Instant asOf, RunParameters parameters, TenantSettings settings) {

    /** The window of {@code days} that ends when this run's knowledge does. */
    public Window window(int days) {
        return Window.before(asOf, days, settings.zone());
    }
}
