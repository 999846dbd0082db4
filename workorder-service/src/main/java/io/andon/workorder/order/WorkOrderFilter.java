package io.andon.workorder.order;

import io.andon.workorder.request.Parameter;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which work orders a caller wants; a bean of query parameters, so its fields are set from outside. */
public class WorkOrderFilter {

    /** Only orders in this status. */
    @QueryParam("status")
    public @Nullable String status;

    /** Only orders that make this item. */
    @QueryParam("itemId")
    public @Nullable String itemId;

    /** Only orders due before this RFC 3339 time. */
    @QueryParam("dueBefore")
    public @Nullable String dueBefore;

    /** Only open orders whose due time has passed (true), or only others (false). */
    @QueryParam("overdue")
    public @Nullable String overdue;

    @Nullable
    WorkOrderStatus status() {
        return Parameter.read("status", status, "is not a status of a work order", WorkOrderStatus::of);
    }

    @Nullable
    UUID itemId() {
        return Parameter.uuid("itemId", itemId);
    }

    @Nullable
    Instant dueBefore() {
        return Parameter.time("dueBefore", dueBefore);
    }

    @Nullable
    Boolean overdue() {
        return Parameter.flag("overdue", overdue);
    }
}
