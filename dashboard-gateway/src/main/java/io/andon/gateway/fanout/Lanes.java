package io.andon.gateway.fanout;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The lane of every event loop that has ever had a subscriber: as many as there are loops. */
@Singleton
public final class Lanes {

    /** What may be on the way to one loop before the intake waits for it. */
    private static final long MAX_BYTES_ON_THE_WAY = 4L * 1024 * 1024;

    private final Map<Executor, LoopLane> lanes = new ConcurrentHashMap<>();

    @Inject
    public Lanes() {}

    public LoopLane of(Executor loop) {
        return lanes.computeIfAbsent(loop, LoopLane::new);
    }

    /** Whether the intake should wait before it reads more. */
    public boolean areCrowded() {
        for (LoopLane lane : lanes.values()) {
            if (lane.bytesOnTheWay() > MAX_BYTES_ON_THE_WAY) {
                return true;
            }
        }
        return false;
    }

    /** Whether a loop has yet to write what was given to it to show again. */
    public boolean haveReplaysOnTheWay() {
        for (LoopLane lane : lanes.values()) {
            if (lane.replaysOnTheWay() > 0) {
                return true;
            }
        }
        return false;
    }

    public void closeStalledSince(long epochMs) {
        lanes.values().forEach(lane -> lane.closeStalledSince(epochMs));
    }
}
