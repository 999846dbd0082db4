package io.andon.gateway.replay;

import io.andon.gateway.intake.Intake;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The replay's thread: looks at the group, shows again what is wished for, and looks again in time.
 *
 * <p>Waits for the cluster up to the clients' timeouts; nobody waits for this thread but the application's end, for a
 * bounded time. A failure is said once and tried again at the next look.
 */
@Singleton
final class OperatorReplay implements Runnable {

    private static final Logger LOG = Logger.getLogger(OperatorReplay.class);
    /** For the last progress to be committed, so that a restart repeats nothing: some requests to a busy broker. */
    private static final long STOP_TIMEOUT_MS = 5000;

    private static final long IDLE_NANOS = 20_000_000;

    private final ReplayClients clients;
    private final ReplayConfig config;
    private final ReplayMetrics metrics;
    private final Intake intake;
    private volatile boolean stopped;
    private @Nullable Thread thread;
    private boolean failing;
    private long lookAt;

    @Inject
    OperatorReplay(ReplayClients clients, ReplayConfig config, ReplayMetrics metrics, Intake intake) {
        this.clients = clients;
        this.config = config;
        this.metrics = metrics;
        this.intake = intake;
    }

    void start(@Observes StartupEvent event) {
        thread = new Thread(this, "andon-replay");
        thread.start();
    }

    /** Before the streams are closed: what nobody sees any more must not count as shown. */
    void stop(@Observes @Priority(1) ShutdownDelayInitiatedEvent event) throws InterruptedException {
        stopped = true;
        awaitEnd();
    }

    /** Whoever waits for a cluster that is away has waited long enough. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
            awaitEnd();
        }
    }

    private void awaitEnd() throws InterruptedException {
        if (thread != null) {
            thread.join(STOP_TIMEOUT_MS);
        }
    }

    @Override
    public void run() {
        while (!intake.isReady() && !stopped) {
            LockSupport.parkNanos(IDLE_NANOS);
        }
        lookAt = System.nanoTime();
        long showAt = lookAt + config.startDelay().toNanos();
        try (GroupOffsets offsets = clients.offsets();
                ReplayLane lane = clients.lane()) {
            GroupWatch watch = clients.watch(offsets);
            while (!stopped) {
                step(watch, lane, System.nanoTime() - showAt >= 0);
            }
            watch.check(clients.nowMs());
        } catch (ExecutionException | KafkaException e) {
            LOG.debug("the last progress could not be committed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step(GroupWatch watch, ReplayLane lane, boolean mayShow) throws InterruptedException {
        try {
            if (System.nanoTime() - lookAt >= 0) {
                lookAt = System.nanoTime() + config.checkInterval().toNanos();
                watch.check(clients.nowMs());
                failing = false;
            }
            Map<TopicPartition, PartitionReplay> running = watch.running();
            if (mayShow && !stopped) {
                metrics.shown(lane.step(running));
            }
            metrics.update(running);
            LockSupport.parkNanos(running.isEmpty() || !mayShow ? IDLE_NANOS : lane.pauseNanos());
        } catch (OffsetOutOfRangeException e) {
            findAgain(watch, lane, e.partitions());
        } catch (ExecutionException | KafkaException e) {
            failed(e);
        } catch (RuntimeException e) {
            LOG.error("A replay failed; it goes on", e);
            LockSupport.parkNanos(IDLE_NANOS);
        }
    }

    private void findAgain(GroupWatch watch, ReplayLane lane, Set<TopicPartition> lost) throws InterruptedException {
        try {
            watch.lost(lost, clients.nowMs());
            lane.findAgain(lost);
        } catch (ExecutionException | KafkaException e) {
            failed(e);
        }
    }

    private void failed(Exception e) throws InterruptedException {
        if (e instanceof InterruptException) {
            throw new InterruptedException();
        }
        if (!failing) {
            LOG.infof("The group %s cannot be looked at for now: %s", config.group(), e.getMessage());
            LOG.debug("why", e);
        }
        failing = true;
        LockSupport.parkNanos(IDLE_NANOS);
    }
}
