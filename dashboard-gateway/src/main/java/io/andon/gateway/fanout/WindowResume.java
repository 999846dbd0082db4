package io.andon.gateway.fanout;

import io.andon.events.Topics;
import io.andon.gateway.position.StreamPosition;
import io.andon.gateway.position.TopicPositions;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a client that comes back gets: everything it has missed if the window certainly has all of it, otherwise
 * what has to be found first, or the order to ask for everything again. Never a guess.
 */
final class WindowResume {

    private final ReplayWindow window;
    private final TopicPositions positions;

    WindowResume(ReplayWindow window, TopicPositions positions) {
        this.window = window;
        this.positions = positions;
    }

    /** @param present the position up to which frames have been given to the window */
    ResumeAnswer answer(Resume resume, StreamPosition present) {
        if (resume instanceof Resume.After after) {
            return after(after.position(), present);
        }
        if (resume instanceof Resume.Since since) {
            return since(since, present);
        }
        if (resume instanceof Resume.Unreadable) {
            return Resumption.resync(ResyncReason.POSITION_MALFORMED, present);
        }
        if (resume instanceof Resume.GivenUp givenUp) {
            return Resumption.resync(givenUp.reason(), present);
        }
        return Resumption.fresh(present);
    }

    private ResumeAnswer after(StreamPosition seen, StreamPosition present) {
        StreamPosition start = present;
        for (int topic = 0; topic < Topics.DASHBOARD.size(); topic++) {
            ResyncReason obstacle = obstacle(topic, seen, present);
            if (obstacle != null) {
                return Resumption.resync(obstacle, present);
            }
            start = start.with(topic, seen.offset(topic));
        }
        if (!present.reaches(start)) {
            return new NotReadYet();
        }
        StreamPosition until = before(present);
        if (start.reaches(until)) {
            return Resumption.resumed(start, window.select(frame -> frame.isAfter(seen)), present);
        }
        // Of records on a partition of others, nobody who looks at the tenant's own finds out.
        return window.evictedElsewhere().filter(gone -> gone.reaches(seen)).isPresent()
                ? Resumption.resync(ResyncReason.POSITION_TOO_OLD, present)
                : new WindowGap(new Resume.After(start), until, present);
    }

    /** Why nobody can tell what comes after {@code seen} in the topic, or null if it can be told. */
    private static @Nullable ResyncReason obstacle(int topic, StreamPosition seen, StreamPosition present) {
        if (!present.has(topic)) {
            return seen.has(topic) ? ResyncReason.POSITION_AHEAD : null;
        }
        if (seen.isOfAnotherTopic(topic, present)) {
            return ResyncReason.TOPIC_RESET;
        }
        if (seen.has(topic) && seen.partition(topic) != present.partition(topic)) {
            return ResyncReason.POSITION_FOREIGN;
        }
        return null;
    }

    /**
     * Frames are ordered by position, and a client told by time begins at the position before the first of them; what it
     * then gets again if its stream is cut at once is more than it missed, never less.
     */
    private ResumeAnswer since(Resume.Since since, StreamPosition present) {
        long epochMs = since.time().toEpochMilli();
        if (epochMs < positions.coveredSinceMs() || epochMs <= window.evictedRecordedAtMs()) {
            return new WindowGap(since, before(present), present);
        }
        return Resumption.resumed(before(present), window.select(frame -> frame.recordedAtMs() >= epochMs), present);
    }

    /** The earliest position that the window can resume from. */
    private StreamPosition before(StreamPosition present) {
        StreamPosition earliest = present;
        for (int topic = 0; topic < Topics.DASHBOARD.size(); topic++) {
            if (present.has(topic)) {
                long floor = positions.floor(topic, present.partition(topic));
                long missing = Math.max(window.evictedOffset(topic), floor);
                earliest = earliest.with(topic, Math.min(missing, present.offset(topic)));
            }
        }
        return earliest;
    }
}
