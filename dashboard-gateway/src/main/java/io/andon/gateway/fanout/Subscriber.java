package io.andon.gateway.fanout;

import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One open stream.
 *
 * <p>Touched by its event loop alone. As long as the transport takes what it is given, nothing is held here. Otherwise
 * pieces queue up to a bound; past it they are dropped, and the client is told to resync once it reads again. The pieces
 * are shared with the other subscribers, so a client that does not read costs references, seldom bytes.
 */
public final class Subscriber {

    private final String id;
    private final TypeFilter filter;
    private final ClientConnection connection;
    private final int maxQueuedBytes;
    private final Clock clock;
    private final FanoutMetrics metrics;
    private final Consumer<Subscriber> onClose;

    private @Nullable HubGroup group;
    private int slot;
    private @Nullable Cohort cohort;
    private int index;
    private @Nullable FramePieces history;
    private @Nullable Queue<Buffer> queue;
    private long queuedBytes;
    private long behindSinceMs;
    private boolean dropped;
    private boolean resyncAsked;
    private boolean closed;

    /**
     * @param maxQueuedBytes what is held at most for a transport that is full
     * @param onClose runs once, on the loop
     */
    public Subscriber(
            String id,
            TypeFilter filter,
            ClientConnection connection,
            int maxQueuedBytes,
            Clock clock,
            FanoutMetrics metrics,
            Consumer<Subscriber> onClose) {
        this.id = id;
        this.filter = filter;
        this.connection = connection;
        this.maxQueuedBytes = maxQueuedBytes;
        this.clock = clock;
        this.metrics = metrics;
        this.onClose = onClose;
        metrics.opened();
    }

    /** Called by the hub, under its lock, before the group hears of the subscriber. */
    void assign(HubGroup ownGroup, int ownSlot) {
        group = ownGroup;
        slot = ownSlot;
    }

    void begin(Resumption resumption) {
        connection.open(resumption);
        if (!resumption.history().isEmpty()) {
            history = FramePieces.history(resumption.history(), filter, resumption.start());
            catchUp();
        }
    }

    /** Hands over bytes that may be shared; false if the client will not get them. */
    boolean deliver(Buffer piece) {
        if (closed || dropped) {
            return false;
        }
        if (!isBehind() && !connection.isFull()) {
            connection.write(piece);
            return true;
        }
        if (queuedBytes + piece.length() > maxQueuedBytes) {
            drop();
            return false;
        }
        enqueue(piece);
        return true;
    }

    private boolean isBehind() {
        return history != null || queuedBytes > 0;
    }

    private void enqueue(Buffer piece) {
        if (queue == null) {
            queue = new ArrayDeque<>();
        }
        markBehind();
        queue.add(piece);
        queuedBytes += piece.length();
        metrics.queued(piece.length());
    }

    private void markBehind() {
        if (behindSinceMs == 0 && group != null) {
            behindSinceMs = clock.millis();
            group.lane().markBehind(this);
        }
    }

    private void drop() {
        markBehind();
        forgetQueue();
        dropped = true;
        resyncAsked = false;
    }

    private void forgetQueue() {
        metrics.queued(-queuedBytes);
        history = null;
        queue = null;
        queuedBytes = 0;
    }

    /** The transport takes bytes again. */
    public void drained() {
        if (closed) {
            return;
        }
        behindSinceMs = behindSinceMs == 0 ? 0 : clock.millis();
        catchUp();
        if (dropped && !resyncAsked && group != null) {
            resyncAsked = true;
            group.resync(this);
        }
    }

    private void catchUp() {
        while (!closed && isBehind() && !connection.isFull()) {
            Buffer piece = nextPiece();
            if (piece != null) {
                connection.write(piece);
            }
        }
        if (closed || isBehind()) {
            markBehind();
        } else if (!dropped) {
            onTime();
        }
    }

    private @Nullable Buffer nextPiece() {
        if (history != null) {
            Buffer piece = history.next();
            history = piece == null ? null : history;
            return piece;
        }
        Buffer piece = queue == null ? null : queue.poll();
        if (piece == null) {
            queuedBytes = 0;
            return null;
        }
        queuedBytes -= piece.length();
        metrics.queued(-piece.length());
        return piece;
    }

    private void onTime() {
        if (behindSinceMs != 0 && group != null) {
            behindSinceMs = 0;
            group.lane().unmarkBehind(this);
        }
        queue = null;
    }

    void resynced(Buffer resync) {
        if (!closed && dropped) {
            dropped = false;
            onTime();
            deliver(resync);
        }
    }

    void closeIfStalledSince(long epochMs) {
        if (!closed && behindSinceMs != 0 && behindSinceMs < epochMs) {
            closed(CloseReason.STALLED);
            connection.abort();
        }
    }

    /** Ends the stream with a last word, which a client that does not read will not get. */
    public void close(CloseReason reason, Buffer bye) {
        if (closed) {
            return;
        }
        boolean reads = !isBehind() && !dropped && !connection.isFull();
        closed(reason);
        if (reads) {
            connection.end(bye);
        } else {
            connection.abort();
        }
    }

    /** The stream is over; nothing more can be written. */
    public void closed(CloseReason reason) {
        if (closed) {
            return;
        }
        closed = true;
        forgetQueue();
        if (group != null) {
            group.lane().unmarkBehind(this);
            group.left();
        }
        if (cohort != null) {
            cohort.remove(this);
        }
        metrics.closed(reason);
        onClose.accept(this);
    }

    public String id() {
        return id;
    }

    TypeFilter filter() {
        return filter;
    }

    int slot() {
        return slot;
    }

    int index() {
        return index;
    }

    /** Its place in the cohort's list. */
    void joined(Cohort ownCohort, int ownIndex) {
        cohort = ownCohort;
        index = ownIndex;
    }

    boolean isClosed() {
        return closed;
    }
}
