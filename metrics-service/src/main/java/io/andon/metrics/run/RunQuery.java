package io.andon.metrics.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads runs. */
@ApplicationScoped
class RunQuery {

    private static final String RUNS =
            """
            select run_id, run_no, status, trigger, as_of, parameters, started_at, finished_at, failure,
                   (select coalesce(
                               jsonb_agg(
                                   jsonb_build_object(
                                       'metric', m.metric, 'items', m.items, 'durationMs', m.duration_ms)
                                   order by m.position),
                               '[]')
                    from metrics_run_metric m
                    where m.tenant_id = :tenant and m.run_id = metrics_run.run_id) as metrics
            from metrics_run
            where tenant_id = :tenant
            """;

    private final ObjectMapper json;

    RunQuery(ObjectMapper json) {
        this.json = json;
    }

    /** A run and its place in the tenant's order. */
    record Numbered(long number, RunView run) {}

    Optional<RunView> find(TenantTransaction tx, UUID runId) {
        return first(query(tx, "and run_id = :run").bind("run", runId));
    }

    /** The latest runs, the last one first. @param before only runs older than the one of this number */
    List<Numbered> list(TenantTransaction tx, long before, int limit) {
        return query(tx, "and run_no < :before order by run_no desc limit :limit")
                .bind("before", before)
                .bind("limit", limit)
                .map((rs, context) -> run(rs))
                .list();
    }

    /** The run that is being computed now, by a process that is alive. */
    Optional<RunView> running(TenantTransaction tx) {
        return first(query(tx, "and status = 'running' and lease_until >= :now")
                .bind("now", tx.now().atOffset(ZoneOffset.UTC)));
    }

    Optional<RunView> lastFinished(TenantTransaction tx) {
        return first(query(tx, "and status <> 'running' order by run_no desc limit 1"));
    }

    Optional<RunView> lastPublished(TenantTransaction tx) {
        return first(query(tx, "and status = 'published' order by run_no desc limit 1"));
    }

    private static Query query(TenantTransaction tx, String condition) {
        return tx.handle()
                .createQuery(RUNS + condition)
                .bind("tenant", tx.tenant().value());
    }

    private Optional<RunView> first(Query query) {
        return query.map((rs, context) -> run(rs).run()).findFirst();
    }

    private Numbered run(ResultSet rs) throws SQLException {
        @Nullable OffsetDateTime finishedAt = rs.getObject("finished_at", OffsetDateTime.class);
        return new Numbered(
                rs.getLong("run_no"),
                new RunView(
                        rs.getObject("run_id", UUID.class),
                        RunStatus.of(rs.getString("status")),
                        Trigger.of(rs.getString("trigger")),
                        instant(rs, "started_at"),
                        finishedAt == null ? null : finishedAt.toInstant(),
                        instant(rs, "as_of"),
                        tree(rs.getString("parameters")),
                        rs.getString("failure"),
                        tree(rs.getString("metrics"))));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
