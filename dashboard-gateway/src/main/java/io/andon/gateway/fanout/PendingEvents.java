package io.andon.gateway.fanout;

import io.andon.gateway.fanout.SystemFrame.WhileBehind;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one subscriber is owed while its transport is full, oldest first.
 *
 * <p>Touched by the subscriber's loop alone. Bounded in bytes; {@link #add} says when there is no room. An event with a
 * key takes the place of an earlier one with the same key, at the end: the ids still increase, and a client that is cut
 * off before it gets there resumes before it. Events are shared with the window and the other subscribers, so what is
 * held here is references, seldom bytes.
 */
final class PendingEvents {

    private static final int MAX_PIECE_BYTES = 64 * 1024;

    private final int maxBytes;
    private final FanoutMetrics metrics;
    private final Map<Object, StreamEvent> events = new LinkedHashMap<>();
    private long bytes;
    private long sequence;

    PendingEvents(int maxBytes, FanoutMetrics metrics) {
        this.maxBytes = maxBytes;
        this.metrics = metrics;
    }

    /**
     * Keeps an event. For one of the gateway's own that has a key there always is room: of those there are at most as many
     * as keys.
     *
     * @return false if there is no room
     */
    boolean add(StreamEvent event) {
        String key = event.coalesceKey();
        StreamEvent earlier = key == null ? null : events.get(key);
        long growth = event.length() - (earlier == null ? 0 : earlier.length());
        boolean alwaysFits = key != null && event instanceof SystemFrame;
        if (bytes + growth > maxBytes && !alwaysFits) {
            return false;
        }
        if (earlier != null) {
            events.remove(key);
            metrics.coalesced();
        }
        events.put(key == null ? Long.valueOf(sequence++) : key, event);
        resize(growth);
        return true;
    }

    /**
     * Takes out the oldest, joined into one buffer worth a write; null when there are none.
     *
     * @param frames is given the tenant's events among them
     */
    @Nullable
    Buffer next(List<Frame> frames) {
        List<StreamEvent> taken = new ArrayList<>();
        int length = 0;
        Iterator<StreamEvent> oldestFirst = events.values().iterator();
        while (oldestFirst.hasNext()) {
            StreamEvent event = oldestFirst.next();
            if (length > 0 && length + event.length() > MAX_PIECE_BYTES) {
                break;
            }
            oldestFirst.remove();
            taken.add(event);
            length += event.length();
            if (event instanceof Frame frame) {
                frames.add(frame);
            }
        }
        resize(-length);
        return taken.isEmpty() ? null : join(taken, length);
    }

    private static Buffer join(List<StreamEvent> events, int length) {
        if (events.size() == 1) {
            return events.get(0).bytes();
        }
        Buffer joined = Buffer.buffer(length);
        events.forEach(event -> joined.appendBuffer(event.bytes()));
        return joined;
    }

    /** Drops what a resync makes up for, which is all but a few of the gateway's own events. */
    void dropReplaceable() {
        Iterator<StreamEvent> oldestFirst = events.values().iterator();
        while (oldestFirst.hasNext()) {
            StreamEvent event = oldestFirst.next();
            if (!outlivesDrop(event)) {
                oldestFirst.remove();
                resize(-event.length());
            }
        }
    }

    static boolean outlivesDrop(StreamEvent event) {
        return event instanceof SystemFrame own && own.whileBehind() == WhileBehind.OUTLIVES_QUEUE;
    }

    void clear() {
        events.clear();
        resize(-bytes);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    private void resize(long growth) {
        bytes += growth;
        metrics.queued(growth);
    }
}
