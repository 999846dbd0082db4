package io.andon.gateway.fanout;

import io.andon.gateway.position.StreamPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Resume}.
 *
 * @param reason why the outcome is {@link Outcome#RESYNC}, null for the others
 * @param start the position before {@code history}; without a history, the present
 * @param history what the client has missed, in order
 * @param present the position after {@code history}
 */
public record Resumption(
        Outcome outcome,
        @Nullable ResyncReason reason,
        StreamPosition start,
        List<Frame> history,
        StreamPosition present) {

    public Resumption {
        history = List.copyOf(history);
    }

    static Resumption fresh(StreamPosition present) {
        return new Resumption(Outcome.FRESH, null, present, List.of(), present);
    }

    static Resumption resumed(StreamPosition start, List<Frame> history, StreamPosition present) {
        return new Resumption(Outcome.RESUMED, null, start, history, present);
    }

    static Resumption resync(ResyncReason reason, StreamPosition present) {
        return new Resumption(Outcome.RESYNC, reason, present, List.of(), present);
    }
}
