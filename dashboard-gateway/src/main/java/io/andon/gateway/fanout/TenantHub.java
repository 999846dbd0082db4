package io.andon.gateway.fanout;

import io.andon.events.TenantId;
import io.andon.events.Topics;
import io.andon.gateway.position.StreamPosition;
import io.andon.gateway.position.TopicPositions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One tenant: its recent frames, and its subscribers by event loop.
 *
 * <p>Threads: the intake appends and dispatches; loops attach, detach and ask for a resync; housekeeping beats and
 * expires. All under this object's lock, which is held for a batch or a connect, never for a delivery. Everything that
 * reaches a subscriber goes through its lane while the lock is held: history taken under the lock ends exactly where
 * the lane's next frames begin, so nothing is lost or doubled in between.
 */
final class TenantHub {

    private final TenantId tenant;
    private final TopicPositions positions;
    private final SystemFrames systemFrames;
    private final FanoutMetrics metrics;
    private final ReplayWindow window;
    private final WindowResume windowResume;
    private final Map<LoopLane, Members> members = new HashMap<>();
    private final LongAdder delivered = new LongAdder();
    private List<Frame> undispatched = new ArrayList<>();
    private @Nullable StreamPosition latest;
    private int connections;
    private int nextSlot;
    private long resyncs;
    private long idleSinceMs;
    private boolean closed;

    /** A lane's group and how many subscribers the hub has sent there. */
    private static final class Members {
        private final HubGroup group;
        private int count;

        private Members(HubGroup group) {
            this.group = group;
        }
    }

    TenantHub(
            TenantId tenant,
            WindowConfig config,
            TopicPositions positions,
            SystemFrames systemFrames,
            FanoutMetrics metrics) {
        this.tenant = tenant;
        this.positions = positions;
        this.systemFrames = systemFrames;
        this.metrics = metrics;
        this.window = new ReplayWindow(config);
        this.windowResume = new WindowResume(window, positions);
    }

    /** Keeps a frame for {@link #dispatch}; empty if this hub has been given up, else the window's growth in bytes. */
    synchronized Optional<Long> append(Frame frame) {
        if (closed) {
            return Optional.empty();
        }
        long before = window.bytes();
        window.add(frame);
        latest = latest == null ? frame.position() : frame.position().max(latest);
        idleSinceMs = frame.readAtMs();
        if (connections > 0) {
            undispatched.add(frame);
        }
        return Optional.of(window.bytes() - before);
    }

    /** Hands what has been appended to every lane with subscribers. */
    synchronized void dispatch() {
        if (undispatched.isEmpty()) {
            return;
        }
        List<Frame> batch = List.copyOf(undispatched);
        undispatched = new ArrayList<>();
        long bytes = 0;
        for (Frame frame : batch) {
            bytes += frame.length();
        }
        for (Map.Entry<LoopLane, Members> entry : members.entrySet()) {
            entry.getKey().offer(entry.getValue().group, batch, bytes);
        }
    }

    /** Shows records again. They are not kept: a client that comes back has no place from where to go on with them. */
    synchronized void replay(List<ReplayedFrame> frames) {
        members.forEach((lane, own) -> lane.replay(own.group, frames));
    }

    /** Lets a subscriber take part, unless it cannot be served yet; null if this hub has been given up. */
    synchronized @Nullable ResumeAnswer attach(Subscriber subscriber, LoopLane lane, Resume resume) {
        if (closed) {
            return null;
        }
        dispatch();
        ResumeAnswer answer = windowResume.answer(resume, present());
        if (answer instanceof Resumption resumption) {
            attach(subscriber, lane, resumption);
        }
        return answer;
    }

    private void attach(Subscriber subscriber, LoopLane lane, Resumption resumption) {
        resyncs += resumption.outcome() == Outcome.RESYNC ? 1 : 0;
        Members own = members.computeIfAbsent(lane, l -> new Members(new HubGroup(this, l, metrics)));
        own.count++;
        connections++;
        nextSlot = (nextSlot + 1) % TenantHubs.SLOTS;
        HubGroup group = own.group;
        subscriber.assign(group, nextSlot);
        lane.offer(() -> group.join(subscriber, resumption));
    }

    synchronized void detach(HubGroup group) {
        Members own = members.get(group.lane());
        if (own != null && own.group == group && --own.count == 0) {
            members.remove(group.lane());
        }
        connections--;
    }

    /** What a client that polls gets. */
    synchronized ResumeAnswer answer(Resume resume) {
        return windowResume.answer(resume, present());
    }

    synchronized StreamPosition present() {
        StreamPosition read = positions.of(tenant);
        return latest == null ? read : read.max(latest);
    }

    synchronized void heartbeat(int slot) {
        if (connections > 0) {
            tell(slot, systemFrames::heartbeat);
        }
    }

    synchronized void tellAll(Function<StreamPosition, Optional<SystemFrame>> systemFrame) {
        if (connections > 0) {
            systemFrame.apply(present()).ifPresent(frame -> tell(HubGroup.EVERY_SLOT, position -> frame));
        }
    }

    private void tell(int slot, Function<StreamPosition, SystemFrame> frame) {
        dispatch();
        SystemFrame systemFrame = frame.apply(present());
        members.forEach((lane, own) -> lane.offer(() -> own.group.deliver(systemFrame, slot)));
    }

    /** A subscriber that had to be dropped reads again. */
    synchronized void resync(HubGroup group, Subscriber subscriber) {
        dispatch();
        resyncs++;
        SystemFrame resync = systemFrames.resync(present(), ResyncReason.SLOW_CLIENT);
        group.lane().offer(() -> group.resynced(subscriber, resync));
    }

    /** The topic's positions have jumped: what is kept means nothing, and every client must ask for everything. */
    synchronized long reset(int topic) {
        dispatch();
        long freed = window.clear(topic);
        latest = null;
        resyncs += connections;
        tell(HubGroup.EVERY_SLOT, position -> systemFrames.resync(position, ResyncReason.TOPIC_RESET));
        return -freed;
    }

    /**
     * If another partition of the topic is the tenant's now, the streams go on with positions in it. What was kept of
     * before has no place among them; a client that comes back with a position of before is told to resync.
     */
    synchronized long partitionsAdded(int topic) {
        if (latest == null || latest.partition(topic) == positions.partition(topic, tenant)) {
            return 0;
        }
        dispatch();
        return -window.clear(topic);
    }

    synchronized long expire(long nowMs) {
        long before = window.bytes();
        window.expire(nowMs);
        return window.bytes() - before;
    }

    synchronized long evictReadBefore(long epochMs) {
        long before = window.bytes();
        window.evictReadBefore(epochMs);
        return window.bytes() - before;
    }

    synchronized long oldestReadAtMs() {
        Frame oldest = window.oldest();
        return oldest == null ? Long.MAX_VALUE : oldest.readAtMs();
    }

    /** Gives this hub up if nobody has needed it since {@code epochMs}. What it evicted stays known. */
    synchronized boolean closeIfIdleSince(long epochMs) {
        if (connections > 0 || !window.isEmpty() || idleSinceMs >= epochMs) {
            return false;
        }
        for (int topic = 0; topic < Topics.DASHBOARD.size(); topic++) {
            positions.raiseFloor(topic, positions.partition(topic, tenant), window.evictedOffset(topic));
        }
        closed = true;
        return true;
    }

    void countDeliveries(long count) {
        delivered.add(count);
    }

    synchronized HubStats stats() {
        Frame oldest = window.oldest();
        return new HubStats(
                tenant,
                connections,
                delivered.sum(),
                resyncs,
                oldest == null ? null : Instant.ofEpochMilli(oldest.recordedAtMs()),
                present());
    }
}
