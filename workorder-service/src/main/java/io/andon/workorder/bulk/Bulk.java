package io.andon.workorder.bulk;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.problem.Failure;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.request.Parameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the lines of this request in one transaction. Where a line is refused, all are, unless the caller asked
 * for a part; each line has a savepoint of its own, so that a refused one leaves nothing behind.
 */
@RequestScoped
public class Bulk {

    public static final String CSV = "text/csv";
    public static final String NDJSON = "application/x-ndjson";

    /** What the operations say of their lines. */
    public static final String LINES =
            "Up to 10,000, one a line: NDJSON, or CSV whose first line names the fields. One line that is wrong"
                    + " refuses all, 400 `LINES_REFUSED` with a report on each wrong line, unless `partial=true`.";

    private static final String LINE = "line";

    private final BulkReader reader;
    private final IdempotentPost post;

    Bulk(BulkReader reader, IdempotentPost post) {
        this.reader = reader;
        this.post = post;
    }

    /**
     * Answers 201 with a {@link BulkReport}.
     *
     * @param contentType of {@code body}: {@link #CSV} or {@link #NDJSON}
     * @param partial the query parameter {@code partial}
     * @param command carries a line out and returns the id of what it made
     * @throws BulkRefused if a line is refused and {@code partial} is not true
     */
    public <T extends Record> Response carryOut(
            String body,
            String contentType,
            @Nullable String partial,
            Class<T> type,
            BiFunction<TenantTransaction, T, UUID> command) {
        boolean inPart = Boolean.TRUE.equals(Parameter.flag("partial", partial));
        List<BulkLine<T>> lines = reader.read(body, contentType.startsWith(CSV), type);
        return post.created(Map.of("partial", inPart, "body", body), tx -> carryOut(tx, lines, inPart, command));
    }

    private static <T> BulkReport carryOut(
            TenantTransaction tx,
            List<BulkLine<T>> lines,
            boolean inPart,
            BiFunction<TenantTransaction, T, UUID> command) {
        List<LineReport> reports = new ArrayList<>(lines.size());
        for (BulkLine<T> line : lines) {
            reports.add(carryOut(tx, line, command));
        }
        List<LineReport> refused =
                reports.stream().filter(LineReport::isRefused).toList();
        if (!inPart && !refused.isEmpty()) {
            throw new BulkRefused(refused);
        }
        return BulkReport.of(reports);
    }

    private static <T> LineReport carryOut(
            TenantTransaction tx, BulkLine<T> line, BiFunction<TenantTransaction, T, UUID> command) {
        T value = line.value();
        if (value == null) {
            return new LineReport(line.number(), null, "VALIDATION_FAILED", "The line is invalid.", line.errors());
        }
        tx.handle().savepoint(LINE);
        try {
            UUID id = command.apply(tx, value);
            tx.handle().releaseSavepoint(LINE);
            return new LineReport(line.number(), id, null, null, List.of());
        } catch (Failure refused) {
            tx.handle().rollbackToSavepoint(LINE);
            return new LineReport(line.number(), null, refused.code(), refused.getMessage(), List.of());
        }
    }
}
