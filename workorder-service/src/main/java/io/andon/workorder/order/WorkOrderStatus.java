package io.andon.workorder.order;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a work order stands. {@link Progress} has the ways from one status to the next. */
public enum WorkOrderStatus {
    DRAFT,
    RELEASED,
    IN_PROGRESS,
    COMPLETED,
    CLOSED,
    CANCELED;

    /** @throws IllegalArgumentException if there is no such status */
    public static WorkOrderStatus of(String wireName) {
        for (WorkOrderStatus status : values()) {
            if (status.toString().equals(wireName)) {
                return status;
            }
        }
        throw new IllegalArgumentException(wireName);
    }

    /** Whether output may be posted: a completed order still takes over-production, until somebody closes it. */
    public boolean takesPostings() {
        return switch (this) {
            case RELEASED, IN_PROGRESS, COMPLETED -> true;
            case DRAFT, CLOSED, CANCELED -> false;
        };
    }

    /** Lower snake case. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
