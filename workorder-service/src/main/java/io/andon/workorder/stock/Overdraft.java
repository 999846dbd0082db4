package io.andon.workorder.stock;

import io.andon.kit.problem.InvalidField;
import org.jspecify.annotations.Nullable;

/**
 * Whether a posting may take more than there is.
 *
 * @param reason why the posting was made; there always is one where an overdraft is allowed
 */
public record Overdraft(boolean allowed, @Nullable String reason) {

    public static final Overdraft REFUSED = new Overdraft(false, null);

    /**
     * What the caller of a request may have.
     *
     * @throws InvalidField if it is asked for without a reason
     * @throws OverdraftNeedsPlanner if it is asked for by somebody who is no planner
     */
    public static Overdraft asked(@Nullable Boolean allowNegative, @Nullable String reason, boolean byPlanner) {
        boolean allowed = Boolean.TRUE.equals(allowNegative);
        if (allowed && !byPlanner) {
            throw new OverdraftNeedsPlanner();
        }
        if (allowed && (reason == null || reason.isBlank())) {
            throw new InvalidField("reason", "is needed where allowNegative is true");
        }
        return new Overdraft(allowed, reason);
    }
}
