package io.andon.gateway.fanout;

import io.andon.gateway.fanout.SystemFrame.WhileBehind;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One open stream.
 *
 * <p>Touched by its event loop alone. As long as the transport takes what it is given, nothing is held here. Otherwise
 * events queue up to a bound ({@link Backlog}); past it they are dropped, and the client is told to resync once it
 * reads again.
 */
public final class Subscriber {

    private static final Logger LOG = Logger.getLogger(Subscriber.class);

    private final String id;
    private final TypeFilter filter;
    private final ClientConnection connection;
    private final Backlog backlog;
    private final Clock clock;
    private final FanoutMetrics metrics;
    private final Consumer<Subscriber> onClose;

    private @Nullable Newcomer newcomer;
    private @Nullable HubGroup group;
    private int slot;
    private @Nullable Cohort cohort;
    private int index;
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
        this.backlog = new Backlog(maxQueuedBytes, metrics);
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

    /** Until {@link #begin}, the client gets what {@code own} gives it, and nothing else. */
    ClientConnection beforeJoin(Newcomer own) {
        newcomer = own;
        return connection;
    }

    void begin(Resumption resumption) {
        boolean opened = newcomer != null && newcomer.hasBegun();
        newcomer = null;
        if (opened) {
            connection.goLive(resumption);
        } else {
            connection.open(resumption);
        }
        if (!resumption.history().isEmpty()) {
            backlog.begin(FramePieces.history(resumption.history(), filter, resumption.start()));
            catchUp();
        }
    }

    /**
     * Hands over frames, joined in {@code piece} which others get too; false if the client does not get them now. The list
     * is the caller's.
     */
    boolean deliver(SharedPiece piece, List<? extends StreamEvent> frames) {
        if (closed) {
            return false;
        }
        if (backlog.isClear() && !connection.isFull()) {
            connection.write(piece);
            return true;
        }
        frames.forEach(backlog::add);
        fallenBehind();
        return false;
    }

    void deliver(SystemFrame frame) {
        if (closed) {
            return;
        }
        if (frame.whileBehind() == WhileBehind.EMPTIES_QUEUE) {
            backlog.forgetEvents();
        }
        if (backlog.isClear() && !connection.isFull()) {
            connection.write(frame.bytes());
        } else {
            backlog.add(frame);
            fallenBehind();
        }
    }

    private void fallenBehind() {
        if (group != null) {
            group.lane().markBehind(this, clock.millis());
            askForResync(group);
        }
    }

    /** A client that does not read is told nothing; it is told when it reads again. */
    private void askForResync(HubGroup own) {
        if (!connection.isFull() && backlog.takeResyncDue()) {
            own.resync(this);
        }
    }

    /** The transport takes bytes again. */
    public void drained() {
        if (!closed && newcomer != null) {
            newcomer.writable();
        } else if (!closed && group != null) {
            group.lane().progressed(this, clock.millis());
            catchUp();
            askForResync(group);
        }
    }

    private void catchUp() {
        if (group == null) {
            return;
        }
        List<Frame> late = new ArrayList<>();
        Buffer piece = null;
        while (!closed && !connection.isFull() && (piece = backlog.next(late)) != null) {
            connection.write(piece);
        }
        group.sentLate(late);
        if (closed || backlog.isClear()) {
            group.lane().unmarkBehind(this);
        } else {
            group.lane().markBehind(this, clock.millis());
        }
    }

    void resynced(SystemFrame resync) {
        if (!closed && backlog.isDropped()) {
            backlog.recover();
            deliver(resync);
            catchUp();
        }
    }

    /** Ends a stream that nothing more can be said in: its client comes back, and goes on where it was. */
    void failed(RuntimeException cause) {
        LOG.warnf("A write to subscriber %s failed, it is cut off: %s", id, cause);
        LOG.debug("its cause", cause);
        closed(CloseReason.FAILED);
        connection.abort();
    }

    /** The client has read nothing for too long. */
    void cutOffStalled() {
        closed(CloseReason.STALLED);
        connection.abort();
    }

    /**
     * Ends the stream with a last word, which a client that does not read will not get. What waits for it is not sent: it
     * asks for it when it comes back.
     */
    public void close(CloseReason reason, Buffer bye) {
        if (closed) {
            return;
        }
        closed(reason);
        if (connection.isFull()) {
            connection.abort();
        } else {
            connection.end(bye, reason == CloseReason.SHUTDOWN);
        }
    }

    /** The stream is over; nothing more can be written. */
    public void closed(CloseReason reason) {
        if (closed) {
            return;
        }
        closed = true;
        backlog.clear();
        if (newcomer != null) {
            newcomer.left();
        }
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
