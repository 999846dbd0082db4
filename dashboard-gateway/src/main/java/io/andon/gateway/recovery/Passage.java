package io.andon.gateway.recovery;

import io.andon.events.Topics;
import io.andon.gateway.position.StreamPosition;

/**
 * How far one client's past has been read.
 *
 * @param at the position that has been reached
 * @param until the position from which on the window has everything
 * @param records how many records have been read so far, of whichever tenant
 * @param bytes how many bytes they had
 */
record Passage(StreamPosition at, StreamPosition until, long records, long bytes) {

    static Passage between(StreamPosition from, StreamPosition until) {
        return new Passage(from, until, 0, 0);
    }

    boolean isDone() {
        return at.reaches(until);
    }

    /** The window has moved on. */
    Passage extendedTo(StreamPosition later) {
        return new Passage(at, later, records, bytes);
    }

    /** How many records there are in all at most; offsets that have no record count too. */
    long length() {
        long left = 0;
        for (int topic = 0; topic < Topics.DASHBOARD.size(); topic++) {
            left += Math.max(0, until.offset(topic) - at.offset(topic));
        }
        return records + left;
    }
}
