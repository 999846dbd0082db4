package io.andon.gateway.fanout;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one subscriber is owed that its transport has not taken yet: first its history, then the events that have happened
 * since. If they become too many, all of it is dropped, and the client has to be told to resync.
 *
 * <p>Touched by the subscriber's loop alone. A subscriber that is on time costs three fields here and no queue.
 */
final class Backlog {

    private final int maxBytes;
    private final FanoutMetrics metrics;
    private @Nullable FramePieces history;
    private @Nullable PendingEvents pending;
    private boolean dropped;
    private boolean resyncDue;

    Backlog(int maxBytes, FanoutMetrics metrics) {
        this.maxBytes = maxBytes;
        this.metrics = metrics;
    }

    void begin(FramePieces owed) {
        history = owed;
    }

    /** Whether the next event may go straight to the transport. */
    boolean isClear() {
        return history == null && pending == null && !dropped;
    }

    boolean isDropped() {
        return dropped;
    }

    /** Keeps an event for later; drops everything if there is no room for it. */
    void add(StreamEvent event) {
        if (dropped && !PendingEvents.outlivesDrop(event)) {
            return;
        }
        if (pending == null) {
            pending = new PendingEvents(maxBytes, metrics);
        }
        if (!pending.add(event)) {
            forgetEvents();
            dropped = true;
            resyncDue = true;
        }
    }

    /** A resync makes up for all events; what it does not make up for stays. */
    void forgetEvents() {
        history = null;
        if (pending != null) {
            pending.dropReplaceable();
            pending = pending.isEmpty() ? null : pending;
        }
    }

    /** Whether a resync has to be asked for; true once for each time that events were dropped. */
    boolean takeResyncDue() {
        boolean due = resyncDue;
        resyncDue = false;
        return due;
    }

    /** The resync is here: events count again from now on. */
    void recover() {
        dropped = false;
    }

    /**
     * Takes out the next piece, worth a write; null if nothing is left.
     *
     * @param late is given the tenant's events that had waited, those of the history not among them
     */
    @Nullable
    Buffer next(List<Frame> late) {
        if (history != null) {
            Buffer piece = history.next();
            if (piece != null) {
                return piece;
            }
            history = null;
        }
        if (pending == null) {
            return null;
        }
        Buffer piece = pending.next(late);
        pending = pending.isEmpty() ? null : pending;
        return piece;
    }

    void clear() {
        history = null;
        if (pending != null) {
            pending.clear();
            pending = null;
        }
    }
}
