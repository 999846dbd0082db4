package io.andon.gateway.fanout;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The subscribers of a tenant on one event loop that want the same types, and so the same bytes: what is pending is
 * joined once and the one buffer written to each of them.
 *
 * <p>Touched by its loop alone. A write may close a subscriber, which then leaves while the list is walked: it is walked
 * from the end, and the last member takes the place of one that leaves.
 */
final class Cohort {

    private final TypeFilter filter;
    private final FanoutMetrics metrics;
    private final List<Subscriber> members = new ArrayList<>();

    Cohort(TypeFilter filter, FanoutMetrics metrics) {
        this.filter = filter;
        this.metrics = metrics;
    }

    void add(Subscriber subscriber) {
        subscriber.joined(this, members.size());
        members.add(subscriber);
    }

    void remove(Subscriber subscriber) {
        Subscriber last = members.remove(members.size() - 1);
        if (last != subscriber) {
            members.set(subscriber.index(), last);
            last.joined(this, subscriber.index());
        }
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** @return to how many subscribers times frames */
    long deliver(List<Frame> frames) {
        long deliveries = 0;
        FramePieces pieces = FramePieces.live(frames, filter);
        for (Buffer piece = pieces.next(); piece != null; piece = pieces.next()) {
            int reached = deliver(piece, pieces.inPiece());
            metrics.sent(pieces.inPiece(), reached);
            deliveries += (long) reached * pieces.inPiece().size();
        }
        return deliveries;
    }

    /** @return to how many subscribers times records */
    long replay(List<ReplayedFrame> frames) {
        List<ReplayedFrame> wanted =
                frames.stream().filter(frame -> filter.accepts(frame.type())).toList();
        if (wanted.isEmpty()) {
            return 0;
        }
        Buffer piece = Buffer.buffer();
        wanted.forEach(frame -> piece.appendBuffer(frame.bytes()));
        int reached = deliver(piece, wanted);
        metrics.replayed(wanted, reached);
        return (long) reached * wanted.size();
    }

    /** @return to how many subscribers */
    private int deliver(Buffer bytes, List<? extends StreamEvent> frames) {
        SharedPiece piece = new SharedPiece(bytes);
        int reached = 0;
        for (int i = members.size() - 1; i >= 0; i--) {
            if (deliver(members.get(i), piece, frames)) {
                reached++;
            }
        }
        piece.release();
        return reached;
    }

    /** A failure that concerns one subscriber must not cost the others this piece. */
    private static boolean deliver(Subscriber member, SharedPiece piece, List<? extends StreamEvent> frames) {
        try {
            return member.deliver(piece, frames);
        } catch (RuntimeException e) {
            member.failed(e);
            return false;
        }
    }

    void deliver(SystemFrame systemFrame, int slot) {
        for (int i = members.size() - 1; i >= 0; i--) {
            Subscriber member = members.get(i);
            if (slot == HubGroup.EVERY_SLOT || member.slot() == slot) {
                deliver(member, systemFrame);
            }
        }
    }

    private static void deliver(Subscriber member, SystemFrame systemFrame) {
        try {
            member.deliver(systemFrame);
        } catch (RuntimeException e) {
            member.failed(e);
        }
    }
}
