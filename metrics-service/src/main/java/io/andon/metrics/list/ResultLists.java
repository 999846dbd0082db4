package io.andon.metrics.list;

import io.andon.kit.paging.Page;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.kit.tenant.TenantTransactions;
import io.andon.metrics.run.PublishedRun;
import io.andon.metrics.run.PublishedRuns;
import io.andon.metrics.run.RunNotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers what callers ask about a metric's rows: the latest published run's, or those of the run that they name. */
@ApplicationScoped
public class ResultLists {

    /** The second choice of a caller who accepts anything. */
    public static final String CSV = "text/csv;qs=0.5";

    private static final int ALL = Integer.MAX_VALUE;

    private final TenantContext caller;
    private final TenantTransactions transactions;
    private final PublishedRuns runs;
    private final CsvFiles files;

    ResultLists(TenantContext caller, TenantTransactions transactions, PublishedRuns runs, CsvFiles files) {
        this.caller = caller;
        this.transactions = transactions;
        this.runs = runs;
        this.files = files;
    }

    /**
     * A page of {@code results}.
     *
     * @throws RunNotFound if the request names a run that is not published
     */
    public <R> ResultPage<R> page(Results<R> results, ResultRequest request) {
        @Nullable ResultCursor cursor = cursor(request);
        int after = cursor == null ? 0 : cursor.position();
        return transactions.call(caller.tenant(), tx -> run(tx, results, request, cursor)
                .map(run -> page(tx, results, run, after, request.limit()))
                .orElseGet(ResultPage::beforeTheFirstRun));
    }

    /**
     * All of {@code results} as a file; a cursor names the run only.
     *
     * @throws RunNotFound if the request names a run that is not published
     */
    public <R> Response csv(Results<R> results, ResultRequest request) {
        @Nullable ResultCursor cursor = cursor(request);
        return transactions.call(caller.tenant(), tx -> {
            Optional<PublishedRun> run = run(tx, results, request, cursor);
            List<R> rows = run.map(found -> results.rows().read(tx, found.runId(), 0, ALL).stream()
                            .map(Numbered::row)
                            .toList())
                    .orElse(List.of());
            return files.answer(results.fileName(), run.map(PublishedRun::asOf).orElse(null), results.rowType(), rows);
        });
    }

    private static @Nullable ResultCursor cursor(ResultRequest request) {
        return request.after().map(ResultCursor::parse).orElse(null);
    }

    /** @param cursor of the list that the caller is leafing through; null at its beginning */
    private Optional<PublishedRun> run(
            TenantTransaction tx, Results<?> results, ResultRequest request, @Nullable ResultCursor cursor) {
        @Nullable UUID runId = request.runId;
        if (runId == null && cursor != null) {
            runId = cursor.runId();
        }
        if (runId != null) {
            return Optional.of(find(tx, results.metric(), runId));
        }
        return request.windowDays()
                .map(days -> runs.latest(tx, results.metric(), results.window(), days))
                .orElseGet(() -> runs.latest(tx, results.metric()));
    }

    private PublishedRun find(TenantTransaction tx, String metric, UUID runId) {
        return runs.find(tx, metric, runId)
                .orElseThrow(() -> new RunNotFound("No published run " + runId + " has these figures."));
    }

    private static <R> ResultPage<R> page(
            TenantTransaction tx, Results<R> results, PublishedRun run, int after, int limit) {
        List<Numbered<R>> rows = results.rows().read(tx, run.runId(), after, limit + 1);
        Page<Numbered<R>> page =
                PageRequest.page(rows, limit, row -> new ResultCursor(run.runId(), row.position()).text());
        return ResultPage.of(
                run,
                results.window().days(run.plan().parameters()).orElse(null),
                new Page<>(page.data().stream().map(Numbered::row).toList(), page.nextCursor()));
    }
}
