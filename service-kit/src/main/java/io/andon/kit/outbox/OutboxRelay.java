package io.andon.kit.outbox;

import io.andon.kit.topics.TopicProvisioner;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Moves rows from the outbox to Kafka, on a thread of its own: read the oldest, send, wait until they count, delete. A
 * crash at any point repeats rows but neither loses nor swaps any; {@link RelayPass} says how it reads ahead.
 *
 * <p>One relay per database is active: the one that holds the lease. When its process dies, hangs or loses its
 * connection, the lease expires and the relay of another replica takes over; what the former one may still send, the
 * broker refuses.
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
    private final String holder = ProcessHandle.current().pid() + "@" + hostName() + "/" + UUID.randomUUID();
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
            try {
                relayOrStandBy();
            } catch (InterruptedException | InterruptException stopped) {
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

    private void relayOrStandBy() throws InterruptedException {
        Optional<OutboxLease> taken = OutboxLease.take(jdbi, holder, config.leaseDuration());
        if (taken.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(config.standbyInterval().toMillis());
            return;
        }
        try (OutboxLease lease = taken.get();
                OutboxPublisher publisher =
                        OutboxPublisher.connect(bootstrapServers, transactionalId(lease), source());
                Handle handle = jdbi.open();
                OutboxTable table = new OutboxTable(handle);
                RelayPass pass = new RelayPass(table, publisher, metrics, config.batchSize())) {
            topics.provision();
            LOG.infof("outbox relay active for %s as %s", source(), holder);
            relay(lease, pass);
            LOG.infof("outbox relay of %s gives way to another one", source());
        }
    }

    private void relay(OutboxLease lease, RelayPass pass) throws InterruptedException {
        while (!stopping && lease.isHeld()) {
            if (!pass.relayNext()) {
                outbox.awaitCommit(config.pollInterval().toMillis());
            }
        }
    }

    private void restAfterFailure() {
        try {
            TimeUnit.MILLISECONDS.sleep(config.standbyInterval().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    private String source() {
        return config.source();
    }

    private String transactionalId(OutboxLease lease) {
        return config.source().substring(1) + "-outbox-" + lease.outbox();
    }
}
