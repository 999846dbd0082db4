package io.andon.gateway.fanout;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * The way into one event loop: tasks run there in the order in which they were offered, as many as are there in one
 * turn, and frames that arrive in the same turn go out together.
 *
 * <p>Any thread offers; the loop alone runs the tasks and touches what they touch. The bytes of the frames on their way
 * are counted, and the intake waits while they are too many: Kafka is the queue then.
 */
public final class LoopLane {

    private static final Logger LOG = Logger.getLogger(LoopLane.class);

    /** After that many tasks the loop gets to read and write its sockets before the next turn. */
    private static final int MAX_TASKS_PER_TURN = 1024;

    private final Executor loop;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicLong bytesOnTheWay = new AtomicLong();
    private final AtomicInteger replaysOnTheWay = new AtomicInteger();
    private final List<HubGroup> toFlush = new ArrayList<>();

    /** Who is owed bytes that its transport does not take, and when it was last seen to take some. */
    private final Map<Subscriber, Long> behind = new IdentityHashMap<>();

    /** @param loop runs what it is given on one thread, in order */
    LoopLane(Executor loop) {
        this.loop = loop;
    }

    void offer(Runnable task) {
        tasks.add(task);
        wake();
    }

    void offer(HubGroup group, List<Frame> frames, long bytes) {
        bytesOnTheWay.addAndGet(bytes);
        offer(() -> {
            bytesOnTheWay.addAndGet(-bytes);
            group.receive(frames);
        });
    }

    /** Counted apart from live frames: the replay waits until its own have been written, the intake does not. */
    void replay(HubGroup group, List<ReplayedFrame> frames) {
        replaysOnTheWay.incrementAndGet();
        offer(() -> {
            try {
                group.replay(frames);
            } finally {
                replaysOnTheWay.decrementAndGet();
            }
        });
    }

    int replaysOnTheWay() {
        return replaysOnTheWay.get();
    }

    long bytesOnTheWay() {
        return bytesOnTheWay.get();
    }

    private void wake() {
        if (scheduled.compareAndSet(false, true)) {
            loop.execute(this::turn);
        }
    }

    private void turn() {
        scheduled.set(false);
        Runnable task;
        for (int done = 0; done < MAX_TASKS_PER_TURN && (task = tasks.poll()) != null; done++) {
            runGuarded(task);
        }
        toFlush.forEach(group -> runGuarded(group::flush));
        toFlush.clear();
        if (!tasks.isEmpty()) {
            wake();
        }
    }

    /** A failure that concerns one hub must not lose the tasks of all others. */
    private static void runGuarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A delivery failed; its subscribers may have missed events", e);
        }
    }

    void flushAtEndOfTurn(HubGroup group) {
        toFlush.add(group);
    }

    void markBehind(Subscriber subscriber, long nowMs) {
        behind.putIfAbsent(subscriber, nowMs);
    }

    void progressed(Subscriber subscriber, long nowMs) {
        behind.computeIfPresent(subscriber, (same, before) -> nowMs);
    }

    void unmarkBehind(Subscriber subscriber) {
        behind.remove(subscriber);
    }

    /** Closes subscribers that have made no progress since {@code epochMs}. */
    void closeStalledSince(long epochMs) {
        offer(() -> {
            List<Subscriber> stalled = behind.entrySet().stream()
                    .filter(entry -> entry.getValue() < epochMs)
                    .map(Map.Entry::getKey)
                    .toList();
            stalled.forEach(Subscriber::cutOffStalled);
        });
    }
}
