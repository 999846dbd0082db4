package io.andon.metrics.run;

import io.andon.events.TenantId;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.metrics.tenant.TenantSettingsQuery;
import io.andon.metrics.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Begins the runs that nobody asks for. */
@ApplicationScoped
class NightlyRuns {

    private final TenantTransactions transactions;
    private final RunTable runs;
    private final TenantSettingsQuery settings;
    private final Tenants tenants;

    NightlyRuns(TenantTransactions transactions, RunTable runs, TenantSettingsQuery settings, Tenants tenants) {
        this.transactions = transactions;
        this.runs = runs;
        this.settings = settings;
        this.tenants = tenants;
    }

    /**
     * Begins the run of {@code scheduled}, as of that instant.
     *
     * @return empty if it has had its run, or another run of the tenant is in progress and it must be asked for again
     */
    Optional<Runner.Begun> begin(TenantId tenant, Instant scheduled) {
        return transactions.call(tenant, tx -> {
            RunParameters parameters = RunParameters.defaults(settings.idleThresholds(tx));
            Optional<UUID> runId = runs.begin(tx, Trigger.NIGHTLY, scheduled, scheduled, parameters);
            runId.ifPresent(begun -> tenants.nightlyRunStarted(tx, scheduled));
            return runId.map(begun -> new Runner.Begun(tenant, begun, scheduled, parameters));
        });
    }
}
