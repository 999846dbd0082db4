package io.andon.workorder.order;

import io.andon.kit.problem.InvalidField;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an order is to begin and to end. */
final class Schedule {

    private Schedule() {}

    /** @throws InvalidField if it ends before it begins */
    static void check(@Nullable Instant startAt, @Nullable Instant dueAt) {
        if (startAt != null && dueAt != null && dueAt.isBefore(startAt)) {
            throw new InvalidField("scheduledDueAt", "must not lie before scheduledStartAt");
        }
    }
}
