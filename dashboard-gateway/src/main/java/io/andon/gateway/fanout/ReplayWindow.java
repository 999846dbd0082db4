package io.andon.gateway.fanout;

import io.andon.events.Topics;
import io.andon.gateway.position.StreamPosition;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's recent frames, oldest first, and the knowledge of how far back they reach without a gap.
 *
 * <p>Not thread-safe: guarded by its hub's lock. Bounded in number, bytes and age; what is too much goes from the old
 * end.
 */
final class ReplayWindow {

    private final Deque<Frame> frames = new ArrayDeque<>();
    private final int maxEvents;
    private final long maxBytes;
    private final long maxAgeMs;
    private final long[] evictedOffsets = new long[Topics.DASHBOARD.size()];
    private @Nullable StreamPosition evictedElsewhere;
    private long evictedRecordedAtMs = Long.MIN_VALUE;
    private long bytes;

    ReplayWindow(WindowConfig config) {
        this.maxEvents = config.maxEvents();
        this.maxBytes = config.maxBytes().asLongValue();
        this.maxAgeMs = config.maxAge().toMillis();
        Arrays.fill(evictedOffsets, StreamPosition.START);
    }

    void add(Frame frame) {
        frames.addLast(frame);
        bytes += frame.length();
        while (frames.size() > maxEvents || bytes > maxBytes) {
            evictOldest();
        }
    }

    /** Evicts what has been kept for longer than it should. */
    void expire(long nowMs) {
        evictReadBefore(nowMs - maxAgeMs);
    }

    void evictReadBefore(long epochMs) {
        while (!frames.isEmpty() && frames.getFirst().readAtMs() < epochMs) {
            evictOldest();
        }
    }

    private void evictOldest() {
        Frame evicted = frames.removeFirst();
        bytes -= evicted.length();
        evictedRecordedAtMs = Math.max(evictedRecordedAtMs, evicted.recordedAtMs());
        if (evicted.own()) {
            evictedOffsets[evicted.topic()] = Math.max(evictedOffsets[evicted.topic()], evicted.offset());
        } else {
            evictedElsewhere = evicted.position();
        }
    }

    /**
     * Evicts everything, and forgets how far in {@code topic}: its offsets of before mean nothing any more.
     *
     * @return how many bytes were kept
     */
    long clear(int topic) {
        long freed = bytes;
        while (!frames.isEmpty()) {
            evictOldest();
        }
        evictedOffsets[topic] = StreamPosition.START;
        evictedElsewhere = null;
        return freed;
    }

    List<Frame> select(Predicate<Frame> wanted) {
        return frames.stream().filter(wanted).toList();
    }

    /** The offset up to which frames of the topic may be missing. */
    long evictedOffset(int topic) {
        return evictedOffsets[topic];
    }

    /** The position at which the latest of the missing frames went by that were not on the tenant's partition. */
    Optional<StreamPosition> evictedElsewhere() {
        return Optional.ofNullable(evictedElsewhere);
    }

    /** The latest record timestamp among the frames that are missing. */
    long evictedRecordedAtMs() {
        return evictedRecordedAtMs;
    }

    @Nullable
    Frame oldest() {
        return frames.peekFirst();
    }

    @Nullable
    Frame latest() {
        return frames.peekLast();
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    long bytes() {
        return bytes;
    }
}
