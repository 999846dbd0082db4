package io.andon.metrics.abc;

import io.andon.kit.paging.Page;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.metrics.run.RunNotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ABC classification of the latest published run, or of another one. */
@Path("/metrics/abc-classification")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
class AbcResource {

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final AbcQuery query;

    AbcResource(TenantContext caller, TenantTransactions transactions, AbcQuery query) {
        this.caller = caller;
        this.transactions = transactions;
        this.query = query;
    }

    @GET
    public AbcPage list(
            @QueryParam("windowDays")
                    @Pattern(regexp = "[1-9][0-9]{0,3}", message = "must be a number of days")
                    @Nullable
                    String windowDays,
            @QueryParam("class") @Pattern(regexp = "[ABC]", message = "must be A, B or C") @Nullable String abcClass,
            @QueryParam("runId") @Nullable UUID runId,
            @Valid @BeanParam PageRequest page) {
        Optional<AbcCursor> cursor = page.after().map(AbcCursor::parse);
        @Nullable
        UUID pinned = runId != null ? runId : cursor.map(AbcCursor::runId).orElse(null);
        return transactions.call(caller.tenant(), tx -> {
            Optional<AbcRun> run = pinned == null
                    ? query.latest(tx, windowDays == null ? null : Integer.valueOf(windowDays))
                    : Optional.of(find(tx, pinned));
            int after = cursor.map(AbcCursor::position).orElse(0);
            return run.map(found -> page(tx, found, abcClass, after, page.limit()))
                    .orElse(AbcPage.BEFORE_THE_FIRST_RUN);
        });
    }

    private AbcRun find(TenantTransaction tx, UUID runId) {
        return query.find(tx, runId)
                .orElseThrow(() -> new RunNotFound("There is no published classification of run " + runId + "."));
    }

    private AbcPage page(TenantTransaction tx, AbcRun run, @Nullable String abcClass, int after, int limit) {
        List<AbcQuery.Numbered> rows = query.rows(tx, run.runId(), abcClass, after, limit + 1);
        Page<AbcQuery.Numbered> page =
                PageRequest.page(rows, limit, row -> new AbcCursor(run.runId(), row.position()).text());
        return AbcPage.of(run, page);
    }
}
