package io.andon.gateway.fanout;

import io.andon.gateway.position.StreamPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Resume}.
 *
 * @param recovered whether what the client has missed comes from Kafka, or came from there before this
 * @param reason why the outcome is {@link Outcome#RESYNC}, null for the others
 * @param start the position before {@code history}; without a history, the present
 * @param history what the client has missed, in order
 * @param present the position after {@code history}
 */
public record Resumption(
        Outcome outcome,
        boolean recovered,
        @Nullable ResyncReason reason,
        StreamPosition start,
        List<Frame> history,
        StreamPosition present)
        implements ResumeAnswer {

    public Resumption {
        history = List.copyOf(history);
    }

    static Resumption fresh(StreamPosition present) {
        return new Resumption(Outcome.FRESH, false, null, present, List.of(), present);
    }

    static Resumption resumed(StreamPosition start, List<Frame> history, StreamPosition present) {
        return new Resumption(Outcome.RESUMED, false, null, start, history, present);
    }

    /** What the client has missed follows bit by bit, before the stream goes on live. */
    public static Resumption recovered(StreamPosition start) {
        return new Resumption(Outcome.RESUMED, true, null, start, List.of(), start);
    }

    static Resumption resync(ResyncReason reason, StreamPosition present) {
        return new Resumption(Outcome.RESYNC, false, reason, present, List.of(), present);
    }
}
