package io.andon.gateway.recovery;

import io.andon.gateway.fanout.Resume;
import io.andon.gateway.fanout.ResyncReason;
import io.andon.gateway.fanout.WindowGap;
import io.andon.gateway.position.StreamPosition;
import org.jspecify.annotations.Nullable;

/**
 * What is read back for one client, in turns.
 *
 * <p>At any time one thread has it: a reader during {@link #read}, then whoever takes the chunk, who gives it to the lane
 * for another turn or says that it is finished. The hand-overs go through queues, so nothing here needs a lock.
 */
abstract class Recovery {

    private final long deadlineMs;
    private final WindowGap gap;
    private @Nullable Passage passage;

    Recovery(WindowGap gap, long deadlineMs) {
        this.gap = gap;
        this.deadlineMs = deadlineMs;
    }

    /** Builds a chunk of what comes after {@code passage}. */
    abstract ChunkBuilder chunk(Passage passage);

    /** Takes what has been read. */
    abstract void receive(Chunk chunk);

    /** Takes the news that there is no more to come; may be called by any thread, also instead of a turn. */
    abstract void giveUp(ResyncReason reason);

    /** Looks whether the client takes what it was given; called now and then, by any thread. */
    abstract void checkOn(long nowMs);

    /** Whether nobody waits for it any more. */
    abstract boolean isAbandoned();

    /** On a reader's thread. */
    final Chunk read(TopicReader reader) {
        Passage known = passage;
        Passage from = known == null ? Passage.between(start(reader), gap.until()) : known;
        passage = from;
        return reader.read(from, chunk(from));
    }

    private StreamPosition start(TopicReader reader) {
        if (gap.resume() instanceof Resume.After after) {
            return after.position();
        }
        if (gap.resume() instanceof Resume.Since since) {
            return reader.before(since.time(), gap);
        }
        throw new IllegalStateException("no gap can be before " + gap.resume());
    }

    /** Where the next turn begins. */
    final void moveTo(Passage reached) {
        passage = reached;
    }

    final boolean isLate(long nowMs) {
        return nowMs > deadlineMs;
    }
}
