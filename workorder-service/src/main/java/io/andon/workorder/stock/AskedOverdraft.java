package io.andon.workorder.stock;

import io.andon.workorder.request.Prose;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a posting that needs none but may ask to take more than there is.
 *
 * @param allowNegative whether stock may go below zero; for planners, with a reason
 * @param reason why it is posted
 */
@Schema(examples = """
                {"allowNegative": true, "reason": "Delivery not booked yet"}
                """)
public record AskedOverdraft(@Nullable Boolean allowNegative, @Prose @Nullable String reason) {

    /** What a caller asks for who sends no body. */
    public static final AskedOverdraft NONE = new AskedOverdraft(null, null);

    /** @param body null where the caller announced one and sent none */
    public static AskedOverdraft of(@Nullable AskedOverdraft body) {
        return body == null ? NONE : body;
    }

    /** As {@link Overdraft#asked}. */
    public Overdraft grant(boolean byPlanner) {
        return Overdraft.asked(allowNegative, reason, byPlanner);
    }
}
