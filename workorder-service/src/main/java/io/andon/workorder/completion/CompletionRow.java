package io.andon.workorder.completion;

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

/** Reads completions: heads from their rows, lines for many heads in one query. */
final class CompletionRow {

    private CompletionRow() {}

    static Completion head(ResultSet rs, WorkOrderStatus orderStatus) throws SQLException {
        return new Completion(
                rs.getObject("id", UUID.class),
                rs.getObject("work_order_id", UUID.class),
                CompletionStatus.of(rs.getString("status")),
                orderStatus,
                time(rs, "occurred_at"),
                rs.getString("notes"),
                List.of(),
                List.of(),
                rs.getTimestamp("created_at").toInstant(),
                rs.getString("created_by"),
                posted(rs),
                voided(rs));
    }

    private static Posted posted(ResultSet rs) throws SQLException {
        return new Posted(
                rs.getObject("movement_id", UUID.class),
                rs.getObject("issue_movement_id", UUID.class),
                rs.getObject("event_id", UUID.class),
                time(rs, "posted_at"),
                rs.getString("posted_by"));
    }

    private static Voided voided(ResultSet rs) throws SQLException {
        return new Voided(
                rs.getObject("void_movement_id", UUID.class),
                rs.getObject("void_issue_movement_id", UUID.class),
                time(rs, "voided_at"),
                rs.getString("voided_by"),
                rs.getString("void_reason"));
    }

    static Map<UUID, List<CompletionLine>> linesOf(TenantTransaction tx, Collection<UUID> completionIds) {
        return tx.handle()
                .createQuery(
                        """
                        select * from completion_line
                        where tenant_id = :tenant and completion_id = any(:ids)
                        order by completion_id, line_no
                        """)
                .bind("tenant", tx.tenant().value())
                .bindArray("ids", UUID.class, completionIds)
                .map((rs, context) -> Map.entry(rs.getObject("completion_id", UUID.class), line(rs)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static CompletionLine line(ResultSet rs) throws SQLException {
        return new CompletionLine(
                rs.getInt("line_no"),
                rs.getObject("output_item_id", UUID.class),
                rs.getObject("to_location_id", UUID.class),
                rs.getBigDecimal("quantity"),
                rs.getString("uom"),
                rs.getString("lot_code"));
    }

    private static @Nullable Instant time(ResultSet rs, String column) throws SQLException {
        @Nullable Timestamp time = rs.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
