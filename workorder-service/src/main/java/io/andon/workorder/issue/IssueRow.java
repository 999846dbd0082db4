package io.andon.workorder.issue;

import io.andon.workorder.order.WorkOrderStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads issues from their heads' rows. */
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

    private static @Nullable Instant time(ResultSet rs, String column) throws SQLException {
        @Nullable Timestamp time = rs.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
