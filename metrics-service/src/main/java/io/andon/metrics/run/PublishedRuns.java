package io.andon.metrics.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.metrics.tenant.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Finds the published run that a metric's figures are to be shown of. */
@ApplicationScoped
public class PublishedRuns {

    private static final String PUBLISHED =
            """
            select run.*, metric.formula_version
            from metrics_run run
            join metrics_run_metric metric on metric.tenant_id = run.tenant_id and metric.run_id = run.run_id
            where run.tenant_id = :tenant and run.status = 'published' and metric.metric = :metric
            """;

    private static final String OF_WINDOW = " and cast(run.parameters ->> :parameter as integer) = :days ";

    private final ObjectMapper json;

    PublishedRuns(ObjectMapper json) {
        this.json = json;
    }

    /** The run that was published last. */
    public Optional<PublishedRun> latest(TenantTransaction tx, String metric) {
        return first(query(tx, metric, " order by run.run_no desc limit 1"));
    }

    /** The run that was published last among those whose {@code window} has {@code days}. */
    public Optional<PublishedRun> latest(TenantTransaction tx, String metric, MetricWindow window, int days) {
        return first(query(tx, metric, OF_WINDOW + " order by run.run_no desc limit 1")
                .bind("parameter", window.parameter())
                .bind("days", days));
    }

    /** That run; empty unless it is published. */
    public Optional<PublishedRun> find(TenantTransaction tx, String metric, UUID runId) {
        return first(query(tx, metric, " and run.run_id = :run").bind("run", runId));
    }

    /**
     * The run that a run as of {@code asOf} is compared with: the last one as of an earlier instant with the same window,
     * so that computing an instant again compares with the same.
     */
    public Optional<PublishedRun> before(
            TenantTransaction tx, String metric, MetricWindow window, int days, Instant asOf) {
        return first(query(
                        tx,
                        metric,
                        OF_WINDOW + " and run.as_of < :as_of order by run.as_of desc, run.run_no desc limit 1")
                .bind("parameter", window.parameter())
                .bind("days", days)
                .bind("as_of", asOf.atOffset(ZoneOffset.UTC)));
    }

    private static Query query(TenantTransaction tx, String metric, String condition) {
        return tx.handle()
                .createQuery(PUBLISHED + condition)
                .bind("tenant", tx.tenant().value())
                .bind("metric", metric);
    }

    private Optional<PublishedRun> first(Query query) {
        return query.map((rs, context) -> new PublishedRun(plan(rs), rs.getString("formula_version")))
                .findFirst();
    }

    private RunPlan plan(ResultSet rs) throws SQLException {
        return new RunPlan(
                rs.getObject("run_id", UUID.class),
                rs.getObject("as_of", OffsetDateTime.class).toInstant(),
                parameters(rs.getString("parameters")),
                new TenantSettings(
                        ZoneId.of(rs.getString("zone")),
                        rs.getString("currency"),
                        rs.getBigDecimal("abc_a_percent"),
                        rs.getBigDecimal("abc_b_percent"),
                        List.of((Integer[]) rs.getArray("aging_buckets").getArray())));
    }

    private RunParameters parameters(String text) {
        try {
            return json.readValue(text, RunParameters.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
