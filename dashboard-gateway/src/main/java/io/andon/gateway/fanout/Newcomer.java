package io.andon.gateway.fanout;

import io.andon.events.TenantId;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client whose past is being read back: it gets that in chunks, each when it has taken the one before, and then joins
 * its tenant's hub like everybody else.
 *
 * <p>Touched by the subscriber's loop alone, which {@link #onLoop} leads to. At most one chunk is held here.
 */
public final class Newcomer {

    private final TenantHubs hubs;
    private final TenantId tenant;
    private final Subscriber subscriber;
    private final LoopLane lane;
    private final ClientConnection connection;
    private Runnable whenGone = () -> {};
    private @Nullable FramePieces chunk;
    private @Nullable Runnable whenTaken;
    private boolean begun;

    /** Called on the subscriber's loop. */
    public Newcomer(TenantHubs hubs, TenantId tenant, Subscriber subscriber, LoopLane lane) {
        this.hubs = hubs;
        this.tenant = tenant;
        this.subscriber = subscriber;
        this.lane = lane;
        this.connection = subscriber.beforeJoin(this);
    }

    /** May be called by any thread. */
    public void onLoop(Runnable task) {
        lane.offer(task);
    }

    public TenantId tenant() {
        return tenant;
    }

    public TypeFilter filter() {
        return subscriber.filter();
    }

    /** @param action runs on the loop if the client leaves before it has joined */
    public void whenGone(Runnable action) {
        whenGone = action;
    }

    /** Says how the stream begins, before the first chunk. */
    public void begin(Resumption resumption) {
        if (!begun) {
            begun = true;
            connection.open(resumption);
        }
    }

    /** Whether its stream is over. */
    public boolean isGone() {
        return subscriber.isClosed();
    }

    boolean hasBegun() {
        return begun;
    }

    void left() {
        whenGone.run();
    }

    /**
     * Hands over the next of what the client has missed.
     *
     * @param taken runs on the loop, perhaps at once, when the client's transport has taken all of it
     */
    public void give(List<Frame> frames, Runnable taken) {
        chunk = FramePieces.live(frames, TypeFilter.ALL);
        whenTaken = taken;
        writable();
    }

    /** The transport takes bytes. */
    void writable() {
        FramePieces pieces = chunk;
        while (pieces != null && !subscriber.isClosed() && !connection.isFull()) {
            Buffer piece = pieces.next();
            if (piece != null) {
                connection.write(piece);
            } else {
                pieces = null;
            }
        }
        chunk = pieces;
        Runnable taken = whenTaken;
        if (pieces == null && taken != null) {
            whenTaken = null;
            taken.run();
        }
    }

    /** Goes on live, unless something must happen first: the window has moved on, for instance. */
    public Optional<Unserved> join(Resume resume) {
        return hubs.attach(tenant, subscriber, lane, resume);
    }

    /** Ends the stream of a client that does not take what it is given. */
    public void cutOff() {
        if (!subscriber.isClosed()) {
            subscriber.cutOffStalled();
        }
    }
}
