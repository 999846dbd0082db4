package io.andon.gateway.fanout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The subscribers of one hub on one event loop. Touched by that loop alone, through the tasks of its lane, which run in
 * the order in which the hub made them.
 */
final class HubGroup {

    /** Instead of a slot's number: all subscribers. */
    static final int EVERY_SLOT = -1;

    private final TenantHub hub;
    private final LoopLane lane;
    private final FanoutMetrics metrics;
    private final Map<TypeFilter, Cohort> cohorts = new HashMap<>();
    private final List<Frame> pending = new ArrayList<>();

    HubGroup(TenantHub hub, LoopLane lane, FanoutMetrics metrics) {
        this.hub = hub;
        this.lane = lane;
        this.metrics = metrics;
    }

    /** Keeps frames for the end of the lane's turn, when they go out together with what else arrives until then. */
    void receive(List<Frame> frames) {
        if (pending.isEmpty()) {
            lane.flushAtEndOfTurn(this);
        }
        pending.addAll(frames);
    }

    void flush() {
        if (!pending.isEmpty()) {
            long deliveries = 0;
            for (Cohort cohort : cohorts.values()) {
                deliveries += cohort.deliver(pending);
            }
            hub.countDeliveries(deliveries);
            pending.clear();
        }
    }

    /** Live frames that are pending go first. */
    void replay(List<ReplayedFrame> frames) {
        flush();
        long deliveries = 0;
        for (Cohort cohort : cohorts.values()) {
            deliveries += cohort.replay(frames);
        }
        hub.countDeliveries(deliveries);
    }

    /** Frames of before go to the members of before: the newcomer has them in its history. */
    void join(Subscriber subscriber, Resumption resumption) {
        flush();
        cohorts.values().removeIf(Cohort::isEmpty);
        if (!subscriber.isClosed()) {
            cohorts.computeIfAbsent(subscriber.filter(), filter -> new Cohort(filter, metrics))
                    .add(subscriber);
            subscriber.begin(resumption);
        }
    }

    /** Called for each subscriber once, also for one that closed before it could join. */
    void left() {
        hub.detach(this);
    }

    void deliver(SystemFrame systemFrame, int slot) {
        flush();
        cohorts.values().forEach(cohort -> cohort.deliver(systemFrame, slot));
    }

    /** Frames that had waited for one subscriber have gone out. */
    void sentLate(List<Frame> frames) {
        metrics.sent(frames, 1);
        hub.countDeliveries(frames.size());
    }

    /** The subscriber reads again after it had to be dropped: it is told so, in its place among the frames. */
    void resync(Subscriber subscriber) {
        hub.resync(this, subscriber);
    }

    void resynced(Subscriber subscriber, SystemFrame resync) {
        flush();
        subscriber.resynced(resync);
    }

    LoopLane lane() {
        return lane;
    }
}
