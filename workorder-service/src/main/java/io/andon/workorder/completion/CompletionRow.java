package io.andon.workorder.completion;

import io.andon.workorder.order.WorkOrderStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads completions from their heads' rows. */
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

    private static @Nullable Instant time(ResultSet rs, String column) throws SQLException {
        @Nullable Timestamp time = rs.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
