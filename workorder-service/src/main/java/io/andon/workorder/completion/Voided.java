package io.andon.workorder.completion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a completion was undone; all of it is null as long as it stands.
 *
 * @param voidMovementId the opposite of its receipt
 * @param voidIssueMovementId the opposite of what a batch consumed
 */
public record Voided(
        @Nullable UUID voidMovementId,
        @Nullable UUID voidIssueMovementId,
        @Nullable Instant voidedAt,
        @Nullable String voidedBy,
        @Nullable String voidReason) {

    static final Voided NOT = new Voided(null, null, null, null, null);
}
