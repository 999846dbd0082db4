package io.andon.gateway.fanout;

import io.andon.events.Topics;
import io.andon.gateway.position.StreamPosition;
import io.andon.gateway.position.TopicPositions;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a client that comes back gets: everything it has missed if the window certainly has all of it, and
 * otherwise the order to ask for everything again. Never a guess.
 */
final class WindowResume {

    private final ReplayWindow window;
    private final TopicPositions positions;

    WindowResume(ReplayWindow window, TopicPositions positions) {
        this.window = window;
        this.positions = positions;
    }

    /** @param present the position up to which frames have been given to the window */
    Resumption answer(Resume resume, StreamPosition present) {
        if (resume instanceof Resume.After after) {
            return after(after.position(), present);
        }
        if (resume instanceof Resume.Since since) {
            return since(since.time().toEpochMilli(), present);
        }
        if (resume instanceof Resume.Unreadable) {
            return Resumption.resync(ResyncReason.POSITION_MALFORMED, present);
        }
        return Resumption.fresh(present);
    }

    private Resumption after(StreamPosition seen, StreamPosition present) {
        StreamPosition start = present;
        for (int topic = 0; topic < Topics.DASHBOARD.size(); topic++) {
            ResyncReason obstacle = obstacle(topic, seen, present);
            if (obstacle != null) {
                return Resumption.resync(obstacle, present);
            }
            start = start.with(topic, seen.offset(topic));
        }
        return Resumption.resumed(start, window.select(frame -> frame.isAfter(seen)), present);
    }

    /** Why the topic's frames after {@code seen} cannot be given, or null if they can. */
    private @Nullable ResyncReason obstacle(int topic, StreamPosition seen, StreamPosition present) {
        if (!present.has(topic)) {
            return seen.has(topic) ? ResyncReason.POSITION_AHEAD : null;
        }
        if (seen.isOfAnotherTopic(topic, present)) {
            return ResyncReason.TOPIC_RESET;
        }
        int partition = present.partition(topic);
        if (seen.has(topic) && seen.partition(topic) != partition) {
            return ResyncReason.POSITION_FOREIGN;
        }
        if (seen.offset(topic) > present.offset(topic)) {
            return ResyncReason.POSITION_AHEAD;
        }
        long missing = Math.max(window.evictedOffset(topic), positions.floor(topic, partition));
        return seen.offset(topic) < missing ? ResyncReason.POSITION_TOO_OLD : null;
    }

    /**
     * Frames are ordered by position, and a client told by time begins at the position before the first of them; what it
     * then gets again if its stream is cut at once is more than it missed, never less.
     */
    private Resumption since(long epochMs, StreamPosition present) {
        if (epochMs < positions.coveredSinceMs() || epochMs <= window.evictedRecordedAtMs()) {
            return Resumption.resync(ResyncReason.TIME_TOO_OLD, present);
        }
        return Resumption.resumed(before(present), window.select(frame -> frame.recordedAtMs() >= epochMs), present);
    }

    /** The earliest position that the window can resume from. */
    private StreamPosition before(StreamPosition present) {
        StreamPosition earliest = present;
        for (int topic = 0; topic < Topics.DASHBOARD.size(); topic++) {
            if (present.has(topic)) {
                long floor = positions.floor(topic, present.partition(topic));
                earliest = earliest.with(topic, Math.max(window.evictedOffset(topic), floor));
            }
        }
        return earliest;
    }
}
