package io.andon.metrics.intake;

import io.andon.events.Topics;
import io.andon.kit.topics.TopicProvisioner;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the ledger up to date, on one thread of its own, from start to shutdown. Whatever fails, Kafka or the database,
 * it waits a little and goes on from the last committed position: a record may be seen twice, but is never skipped.
 *
 * <p>Replicas share the partitions by being of one consumer group. Bounded by the records and bytes of one poll.
 */
@ApplicationScoped
public class Intake {

    /** The consumer group, as Kafka's own tools know it. */
    public static final String GROUP = "metrics-service";

    /** What is read. */
    public static final List<String> TOPICS = List.of(Topics.INVENTORY_MOVEMENTS, Topics.INVENTORY_MASTERDATA);

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final long STOP_TIMEOUT_MS = 10_000;

    private final Batches batches;
    private final IntakeConfig config;
    private final IntakeMetrics metrics;
    private final TopicProvisioner topics;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private @Nullable Loop running;

    Intake(Batches batches, IntakeConfig config, IntakeMetrics metrics, TopicProvisioner topics) {
        this.batches = batches;
        this.config = config;
        this.metrics = metrics;
        this.topics = topics;
    }

    void onStart(@Observes StartupEvent event) {
        start();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    synchronized void start() {
        running = new Loop();
        running.thread.start();
    }

    synchronized void stop() throws InterruptedException {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    /** One life of the intake's thread. */
    private final class Loop {

        private final Thread thread = new Thread(this::run, "intake");
        private final CountDownLatch stopped = new CountDownLatch(1);
        private volatile @Nullable LedgerConsumer consumer;

        private void run() {
            while (stopped.getCount() > 0) {
                try {
                    topics.provision();
                    consume();
                } catch (WakeupException | InterruptException | InterruptedException stop) {
                    return;
                } catch (RuntimeException failed) {
                    LOG.warnf("intake starts again in %s: %s", config.retryPause(), failed.getMessage());
                    LOG.debug("intake failed", failed);
                    rest();
                }
            }
        }

        private void consume() throws InterruptedException {
            try (DeadLetters deadLetters = DeadLetters.connect(bootstrapServers, config.deadLetterBytes());
                    LedgerConsumer opened =
                            LedgerConsumer.connect(bootstrapServers, config, batches, deadLetters, metrics)) {
                consumer = opened;
                LOG.infof("intake reads %s as group %s", TOPICS, GROUP);
                while (stopped.getCount() > 0) {
                    if (!opened.pollOnce()) {
                        rest();
                    }
                }
            } finally {
                consumer = null;
            }
        }

        private void rest() {
            try {
                stopped.await(config.retryPause().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }

        private void stop() throws InterruptedException {
            stopped.countDown();
            LedgerConsumer polling = consumer;
            if (polling != null) {
                polling.wakeUp();
            }
            thread.join(STOP_TIMEOUT_MS);
        }
    }
}
