package io.andon.gateway.recovery;

import io.andon.gateway.fanout.ResyncReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who reads when: so many recoveries take turns with the readers, others wait until one of them is finished.
 *
 * <p>Any thread admits, asks for another turn and finishes, under this object's lock, which is never held while a
 * recovery is called. Bounded: the recoveries that take turns, each with one turn in the executor's queue at most, and
 * those that wait. One more is not admitted. Those that wait are as old as they came, so the oldest is the first to be
 * late.
 */
@Singleton
final class RecoveryLane {

    private static final long IDLE_SECONDS = 30;

    private final RecoveryConfig config;
    private final Readers readers;
    private final Counter recordsRead;
    private final Set<Recovery> active = new LinkedHashSet<>();
    private final Queue<Recovery> waiting = new ArrayDeque<>();
    private final ThreadPoolExecutor threads;

    @Inject
    RecoveryLane(RecoveryConfig config, Readers readers, MeterRegistry registry) {
        this.config = config;
        this.readers = readers;
        this.threads = new ThreadPoolExecutor(
                config.readers(),
                config.readers(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.maxConcurrent()),
                task -> new Thread(task, "andon-recovery"),
                // At the end nobody waits for a turn any more: the streams are closed before.
                new ThreadPoolExecutor.DiscardPolicy());
        threads.allowCoreThreadTimeOut(true);
        recordsRead = Counter.builder("andon.recovery.records")
                .description("Records read back from Kafka, of whichever tenant")
                .register(registry);
        Gauge.builder("andon.recovery.active", this, RecoveryLane::active)
                .description("Clients whose past is being read back from Kafka")
                .register(registry);
        Gauge.builder("andon.recovery.waiting", this, RecoveryLane::waiting)
                .description("Clients that wait until theirs is")
                .register(registry);
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
        readers.close();
    }

    /** Whether the recovery has, or will get, its turns. */
    boolean admit(Recovery recovery) {
        synchronized (this) {
            if (active.size() >= config.maxConcurrent()) {
                return waiting.size() < config.maxWaiting() && waiting.add(recovery);
            }
            active.add(recovery);
        }
        again(recovery);
        return true;
    }

    /** Gives an active recovery another turn. */
    void again(Recovery recovery) {
        threads.execute(() -> turn(recovery));
    }

    private void turn(Recovery recovery) {
        if (recovery.isAbandoned()) {
            finished(recovery);
            return;
        }
        Chunk chunk;
        try {
            chunk = readers.use(recovery::read);
        } catch (RecoveryException e) {
            recovery.giveUp(e.reason());
            return;
        }
        recordsRead.increment(chunk.reached().records() - chunk.from().records());
        recovery.receive(chunk);
    }

    /** Takes out one that still waits. */
    synchronized void withdraw(Recovery recovery) {
        waiting.remove(recovery);
    }

    /** The recovery needs no more turns, and none of its turns is under way. */
    void finished(Recovery recovery) {
        Recovery next = takeNext(recovery);
        if (next != null) {
            again(next);
        }
    }

    private synchronized @Nullable Recovery takeNext(Recovery finished) {
        waiting.remove(finished);
        if (!active.remove(finished) || waiting.isEmpty()) {
            return null;
        }
        Recovery next = waiting.remove();
        active.add(next);
        return next;
    }

    void expire(long nowMs) {
        List<Recovery> late = new ArrayList<>();
        List<Recovery> inTurns;
        synchronized (this) {
            while (!waiting.isEmpty() && waiting.element().isLate(nowMs)) {
                late.add(waiting.remove());
            }
            inTurns = List.copyOf(active);
        }
        late.forEach(recovery -> recovery.giveUp(ResyncReason.RECOVERY_BUSY));
        inTurns.forEach(recovery -> recovery.checkOn(nowMs));
    }

    private synchronized int active() {
        return active.size();
    }

    private synchronized int waiting() {
        return waiting.size();
    }
}
