package io.andon.workorder.report;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.sql.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * One kind of report: a table of heads, and one of their lines, which has the same name with {@code _line}. Safe for all
 * threads.
 */
public final class ReportTables {

    private static final String ONE =
            "select * from %s where tenant_id = :tenant and work_order_id = :order and id = :id";

    private static final String NEWEST =
            """
            select * from %s
            where tenant_id = :tenant and work_order_id = :order and (:before::uuid is null or id < :before::uuid)
            order by id desc
            limit :limit
            """;

    private static final String LINES =
            """
            select %1$s_id as report_id, line_no, %2$s as item_id, %3$s as location_id, quantity, uom, lot_code
            from %1$s_line
            where tenant_id = :tenant and %1$s_id = any(:ids)
            order by %1$s_id, line_no
            """;

    private static final String INSERT =
            """
            with head as (%4$s)
            insert into %1$s_line (tenant_id, %1$s_id, line_no, %2$s, %3$s, quantity, uom, lot_code)
            select :tenant, :id, l.*
            from unnest(:lineNos::int[], :items::uuid[], :locations::uuid[], :quantities::numeric[], :uoms::text[],
                    :lots::text[]) as l
            """;

    private final String one;
    private final String newest;
    private final String lines;
    private final String insert;

    /**
     * @param name of the heads' table
     * @param itemColumn of the lines' table
     * @param locationColumn of the lines' table
     * @param insertHead a statement that inserts a head
     */
    public ReportTables(String name, String itemColumn, String locationColumn, String insertHead) {
        this.one = ONE.formatted(name);
        this.newest = NEWEST.formatted(name);
        this.lines = LINES.formatted(name, itemColumn, locationColumn);
        this.insert = INSERT.formatted(name, itemColumn, locationColumn, insertHead);
    }

    /** The head of that id, if the order has one. */
    public <R> Optional<R> find(TenantTransaction tx, UUID orderId, UUID id, RowMapper<R> head) {
        return tx.handle()
                .createQuery(one)
                .bind("tenant", tx.tenant().value())
                .bind("order", orderId)
                .bind("id", id)
                .map(head)
                .findOne();
    }

    /** The order's heads, the newest first. */
    public <R> List<R> newestFirst(
            TenantTransaction tx, UUID orderId, @Nullable UUID before, int limit, RowMapper<R> head) {
        return tx.handle()
                .createQuery(newest)
                .bind("tenant", tx.tenant().value())
                .bind("order", orderId)
                .bind("before", before)
                .bind("limit", limit)
                .map(head)
                .list();
    }

    /** The lines of those heads, by head, in their order. */
    public Map<UUID, List<ReportLine>> lines(TenantTransaction tx, Collection<UUID> ids) {
        return tx.handle()
                .createQuery(lines)
                .bind("tenant", tx.tenant().value())
                .bindArray("ids", UUID.class, ids)
                .map((rs, context) -> Map.entry(rs.getObject("report_id", UUID.class), line(rs)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Inserts a head with its lines in one statement, whose other parameters are for the caller to bind. */
    public Update insert(TenantTransaction tx, UUID id, List<ReportLine> reported) {
        Update statement = tx.handle()
                .createUpdate(insert)
                .bind("tenant", tx.tenant().value())
                .bind("id", id);
        Columns.of(reported, statement)
                .bind("lineNos", Integer.class, ReportLine::lineNo)
                .bind("items", UUID.class, ReportLine::itemId)
                .bind("locations", UUID.class, ReportLine::locationId)
                .bind("quantities", BigDecimal.class, ReportLine::quantity)
                .bind("uoms", String.class, ReportLine::uom)
                .bind("lots", String.class, ReportLine::lotCode);
        return statement;
    }

    private static ReportLine line(ResultSet rs) throws SQLException {
        return new ReportLine(
                rs.getInt("line_no"),
                rs.getObject("item_id", UUID.class),
                rs.getObject("location_id", UUID.class),
                rs.getBigDecimal("quantity"),
                rs.getString("uom"),
                rs.getString("lot_code"));
    }
}
