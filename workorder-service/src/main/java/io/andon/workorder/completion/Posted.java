package io.andon.workorder.completion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a completion got into stock; all of it is null in a draft.
 *
 * @param issueMovementId what a batch consumed; null for output alone
 * @param eventId the {@code ce_id} of the event that announced it
 */
public record Posted(
        @Nullable UUID movementId,
        @Nullable UUID issueMovementId,
        @Nullable UUID eventId,
        @Nullable Instant postedAt,
        @Nullable String postedBy) {

    static final Posted NOT_YET = new Posted(null, null, null, null, null);
}
