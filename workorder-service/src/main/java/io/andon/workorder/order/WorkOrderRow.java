package io.andon.workorder.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code work_order}. */
final class WorkOrderRow {

    private static final String NUMBER_FORMAT = "WO-%06d";

    private WorkOrderRow() {}

    static WorkOrder read(ResultSet rs) throws SQLException {
        return new WorkOrder(
                rs.getObject("id", UUID.class),
                number(rs.getLong("number")),
                rs.getObject("output_item_id", UUID.class),
                rs.getString("output_uom"),
                rs.getObject("bom_id", UUID.class),
                new Progress(
                        WorkOrderStatus.of(rs.getString("status")),
                        rs.getBigDecimal("quantity_planned"),
                        rs.getBigDecimal("quantity_completed"),
                        rs.getBigDecimal("quantity_scrapped"),
                        time(rs, "released_at"),
                        time(rs, "completed_at")),
                rs.getObject("default_consume_location_id", UUID.class),
                rs.getObject("default_produce_location_id", UUID.class),
                time(rs, "scheduled_start_at"),
                time(rs, "scheduled_due_at"),
                rs.getString("description"),
                rs.getTimestamp("created_at").toInstant(),
                rs.getString("created_by"),
                rs.getTimestamp("updated_at").toInstant(),
                rs.getInt("version"));
    }

    static String number(long value) {
        return NUMBER_FORMAT.formatted(value);
    }

    private static @Nullable Instant time(ResultSet rs, String column) throws SQLException {
        @Nullable Timestamp time = rs.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
