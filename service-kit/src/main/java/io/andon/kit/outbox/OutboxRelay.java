package io.andon.kit.outbox;

import io.andon.kit.topics.TopicProvisioner;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Moves rows from the outbox to Kafka, on one thread of its own: read the oldest, send, wait for the broker's
 * acknowledgements, delete. Only then does it read again, so a crash at any point repeats rows but neither loses nor
 * swaps any.
 *
 * <p>One relay per database is active: the one whose connection holds an advisory lock. PostgreSQL frees the lock when
 * that connection ends, and the relay of another replica takes over.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long STOP_TIMEOUT_MS = 5_000;

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final OutboxConfig config;
    private final OutboxMetrics metrics;
    private final TopicProvisioner topics;
    private final Thread thread = new Thread(this::runUntilStopped, "outbox-relay");
    private volatile boolean stopping;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    OutboxRelay(Jdbi jdbi, Outbox outbox, OutboxConfig config, OutboxMetrics metrics, TopicProvisioner topics) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.config = config;
        this.metrics = metrics;
        this.topics = topics;
    }

    void onStart(@Observes StartupEvent event) {
        thread.start();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(STOP_TIMEOUT_MS);
    }

    private void runUntilStopped() {
        while (!stopping) {
            try (Handle handle = jdbi.open()) {
                relayOrStandBy(new OutboxTable(handle, config.source()));
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                if (!stopping) {
                    LOG.warnf("outbox relay starts again in %s: %s", config.standbyInterval(), failed.getMessage());
                    LOG.debug("outbox relay failed", failed);
                    restAfterFailure();
                }
            }
        }
    }

    private void relayOrStandBy(OutboxTable table) throws InterruptedException {
        if (!table.tryLock()) {
            outbox.awaitCommit(config.standbyInterval().toMillis());
            return;
        }
        try (OutboxPublisher publisher = OutboxPublisher.connect(bootstrapServers, clientId())) {
            topics.provision();
            LOG.infof("outbox relay active for %s", config.source());
            relay(table, publisher);
        } finally {
            table.unlock();
        }
    }

    private void relay(OutboxTable table, OutboxPublisher publisher) throws InterruptedException {
        while (!stopping) {
            List<OutboxRow> rows = table.next(config.batchSize());
            if (rows.isEmpty()) {
                outbox.awaitCommit(config.pollInterval().toMillis());
                continue;
            }
            OutboxPublisher.Outcome outcome = publisher.publish(rows);
            table.delete(outcome.sent());
            outcome.refused().forEach((seq, reason) -> {
                LOG.errorf("outbox row %d set aside: %s", seq, reason);
                table.setAside(seq, reason);
            });
            metrics.relayed(rows, outcome);
        }
    }

    private void restAfterFailure() {
        try {
            outbox.awaitCommit(config.standbyInterval().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String clientId() {
        return config.source().substring(1) + "-outbox";
    }
}
