package io.andon.gateway.recovery;

import io.andon.gateway.fanout.Newcomer;
import io.andon.gateway.fanout.NotReadYet;
import io.andon.gateway.fanout.Resume;
import io.andon.gateway.fanout.Resumption;
import io.andon.gateway.fanout.ResyncReason;
import io.andon.gateway.fanout.Unserved;
import io.andon.gateway.fanout.WindowGap;
import io.andon.gateway.position.StreamPosition;
import org.jspecify.annotations.Nullable;

/**
 * Fills a stream with what came before its window, chunk by chunk as the client takes them, and lets it join its hub.
 *
 * <p>Its client's loop has it while a chunk is on its way to the client, a reader of the lane otherwise. A client that
 * takes its chunk too slowly is cut off: it comes back with the position that it has reached.
 */
final class StreamRecovery extends Recovery {

    private static final long NOTHING_GIVEN = Long.MAX_VALUE;

    private final RecoveryContext context;
    private final Newcomer client;
    private volatile long givenAtMs = NOTHING_GIVEN;
    private volatile boolean over;
    private @Nullable StreamPosition start;

    StreamRecovery(WindowGap gap, RecoveryContext context, Newcomer client) {
        super(gap, context.deadlineMs());
        this.context = context;
        this.client = client;
        client.whenGone(this::gone);
    }

    @Override
    ChunkBuilder chunk(Passage passage) {
        if (context.isTooLong(passage)) {
            throw new RecoveryException(ResyncReason.TOO_MUCH_MISSED);
        }
        return context.chunk(passage, client.tenant(), client.filter(), Integer.MAX_VALUE);
    }

    @Override
    void receive(Chunk chunk) {
        client.onLoop(() -> give(chunk));
    }

    private void give(Chunk chunk) {
        if (over) {
            context.lane().finished(this);
            return;
        }
        givenAtMs = context.nowMs();
        StreamPosition from = start == null ? chunk.from().at() : start;
        start = from;
        // Not before something was found: a client whose past cannot be read is told so in the first event.
        if (!chunk.frames().isEmpty() || chunk.reached().isDone()) {
            client.begin(Resumption.recovered(from));
        }
        client.give(chunk.frames(), () -> taken(chunk.reached()));
    }

    private void taken(Passage reached) {
        givenAtMs = NOTHING_GIVEN;
        if (!reached.isDone()) {
            goOn(reached);
            return;
        }
        Unserved left = client.join(new Resume.After(reached.at())).orElse(null);
        if (left instanceof WindowGap gap) {
            goOn(reached.extendedTo(gap.until()));
        } else if (left instanceof NotReadYet) {
            joinUnserved(ResyncReason.POSITION_AHEAD);
        } else {
            finish();
        }
    }

    private void goOn(Passage reached) {
        moveTo(reached);
        if (isLate(context.nowMs())) {
            joinUnserved(ResyncReason.RECOVERY_FAILED);
        } else {
            context.lane().again(this);
        }
    }

    @Override
    void giveUp(ResyncReason reason) {
        client.onLoop(() -> joinUnserved(reason));
    }

    private void joinUnserved(ResyncReason reason) {
        if (!over) {
            client.join(new Resume.GivenUp(reason));
        }
        finish();
    }

    /** While a reader has it, it keeps its place in the lane: there is a turn that has to end first. */
    private void gone() {
        if (over) {
            return;
        }
        over = true;
        if (givenAtMs == NOTHING_GIVEN) {
            context.lane().withdraw(this);
        } else {
            context.lane().finished(this);
        }
    }

    @Override
    boolean isAbandoned() {
        return over;
    }

    @Override
    void checkOn(long nowMs) {
        if (hasStalled(nowMs)) {
            client.onLoop(() -> cutOffIfStalled(nowMs));
        }
    }

    /** It may have taken its chunk before the loop came to this. */
    private void cutOffIfStalled(long nowMs) {
        if (hasStalled(nowMs)) {
            client.cutOff();
        }
    }

    private boolean hasStalled(long nowMs) {
        return nowMs - context.maxStallMs() > givenAtMs;
    }

    private void finish() {
        over = true;
        context.lane().finished(this);
    }
}
