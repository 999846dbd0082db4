package io.andon.workorder.issue;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.order.WorkOrderStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads issues: heads from their rows, lines for many heads in one query. */
final class IssueRow {

    private IssueRow() {}

    static Issue head(ResultSet rs, WorkOrderStatus orderStatus) throws SQLException {
        return new Issue(
                rs.getObject("id", UUID.class),
                rs.getObject("work_order_id", UUID.class),
                IssueStatus.of(rs.getString("status")),
                orderStatus,
                time(rs, "occurred_at"),
                rs.getString("notes"),
                List.of(),
                rs.getTimestamp("created_at").toInstant(),
                rs.getString("created_by"),
                rs.getObject("movement_id", UUID.class),
                rs.getObject("event_id", UUID.class),
                time(rs, "posted_at"),
                rs.getString("posted_by"));
    }

    static Map<UUID, List<IssueLine>> linesOf(TenantTransaction tx, Collection<UUID> issueIds) {
        return tx.handle()
                .createQuery(
                        """
                        select * from issue_line
                        where tenant_id = :tenant and issue_id = any(:ids)
                        order by issue_id, line_no
                        """)
                .bind("tenant", tx.tenant().value())
                .bindArray("ids", UUID.class, issueIds)
                .map((rs, context) -> Map.entry(rs.getObject("issue_id", UUID.class), line(rs)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static IssueLine line(ResultSet rs) throws SQLException {
        return new IssueLine(
                rs.getInt("line_no"),
                rs.getObject("component_item_id", UUID.class),
                rs.getObject("from_location_id", UUID.class),
                rs.getBigDecimal("quantity"),
                rs.getString("uom"),
                rs.getString("lot_code"));
    }

    private static @Nullable Instant time(ResultSet rs, String column) throws SQLException {
        @Nullable Timestamp time = rs.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
