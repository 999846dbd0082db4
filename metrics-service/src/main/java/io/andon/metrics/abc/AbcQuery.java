package io.andon.metrics.abc;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
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

/** Reads the classifications of published runs. */
@ApplicationScoped
class AbcQuery {

    private static final String PUBLISHED =
            """
            select abc.*
            from abc_run abc
            join metrics_run run on run.tenant_id = abc.tenant_id and run.run_id = abc.run_id
            where abc.tenant_id = :tenant and run.status = 'published'
            """;

    /** The classification that was published last; with {@code windowDays}, among those of that window. */
    Optional<AbcRun> latest(TenantTransaction tx, @Nullable Integer windowDays) {
        return first(published(
                        tx,
                        "and abc.window_days = coalesce(:window_days, abc.window_days) order by run.run_no desc limit 1")
                .bind("window_days", windowDays));
    }

    /** The classification of that run; empty unless it is published. */
    Optional<AbcRun> find(TenantTransaction tx, UUID runId) {
        return first(published(tx, "and abc.run_id = :run").bind("run", runId));
    }

    /**
     * The run that a run as of {@code asOf} is compared with: the last one as of an earlier instant, so that computing an
     * instant again compares with the same.
     */
    Optional<UUID> before(TenantTransaction tx, Instant asOf, int windowDays) {
        return first(published(
                                tx,
                                """
                                and abc.window_days = :window_days and abc.window_end < :as_of
                                order by abc.window_end desc, run.run_no desc
                                limit 1
                                """)
                        .bind("window_days", windowDays)
                        .bind("as_of", asOf.atOffset(ZoneOffset.UTC)))
                .map(AbcRun::runId);
    }

    /** A row and its place in the run's order. */
    record Numbered(int position, AbcRow row) {}

    /** @param abcClass only this class; null for all */
    List<Numbered> rows(TenantTransaction tx, UUID runId, @Nullable String abcClass, int after, int limit) {
        return tx.handle()
                .createQuery(
                        """
                        select r.*, i.sku, i.name
                        from abc_result r
                        join item i on i.tenant_id = r.tenant_id and i.item_id = r.item_id
                        where r.tenant_id = :tenant
                          and r.run_id = :run
                          and r.position > :after
                          and r.abc_class = coalesce(:class, r.abc_class)
                        order by r.position
                        limit :limit
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .bind("class", abcClass)
                .bind("after", after)
                .bind("limit", limit)
                .map((rs, context) -> new Numbered(rs.getInt("position"), row(rs)))
                .list();
    }

    /** Items and value of each class, in the order A, B, C. */
    List<AbcSummary.Total> totals(TenantTransaction tx, UUID runId) {
        return tx.handle()
                .createQuery(
                        """
                        select class, count(r.item_id) as items, coalesce(sum(r.total_value), 0) as value
                        from unnest(array['A', 'B', 'C']) as class
                        left join abc_result r
                            on r.tenant_id = :tenant and r.run_id = :run and r.abc_class = class
                        group by class
                        order by class
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("run", runId)
                .map((rs, context) ->
                        new AbcSummary.Total(rs.getString("class"), rs.getInt("items"), rs.getBigDecimal("value")))
                .list();
    }

    private static Query published(TenantTransaction tx, String condition) {
        return tx.handle()
                .createQuery(PUBLISHED + condition)
                .bind("tenant", tx.tenant().value());
    }

    private static Optional<AbcRun> first(Query query) {
        return query.map((rs, context) -> new AbcRun(
                        rs.getObject("run_id", UUID.class),
                        instant(rs, "window_end"),
                        rs.getInt("window_days"),
                        instant(rs, "window_start"),
                        List.of(rs.getBigDecimal("a_percent"), rs.getBigDecimal("b_percent")),
                        rs.getString("currency"),
                        rs.getString("formula_version")))
                .findFirst();
    }

    private static AbcRow row(ResultSet rs) throws SQLException {
        return new AbcRow(
                rs.getObject("item_id", UUID.class),
                rs.getString("sku"),
                rs.getString("name"),
                rs.getBigDecimal("total_value"),
                rs.getBigDecimal("cumulative_percentage"),
                rs.getString("abc_class"),
                rs.getString("previous_class"),
                instant(rs, "changed_at"),
                rs.getString("reason"),
                List.of((String[]) rs.getArray("warnings").getArray()));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
