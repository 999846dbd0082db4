package io.andon.gateway.stream;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * The gateway's end: not ready any more, no new streams, a good-bye to every open one, and a short wait until the last
 * of them is gone.
 */
@Singleton
final class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    private final OpenStreams streams;
    private final StreamConfig config;
    private volatile boolean draining;

    @Inject
    Drain(OpenStreams streams, StreamConfig config) {
        this.streams = streams;
        this.config = config;
    }

    /**
     * The one moment for it: when Quarkus fires its {@code ShutdownEvent}, the HTTP server has closed all connections
     * already.
     */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        draining = true;
        long deadline = System.nanoTime() + config.drainTimeout().toNanos();
        do {
            // Again, for a stream that was being opened while the first good-byes were said.
            streams.closeAll();
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        } while (!streams.isEmpty() && System.nanoTime() < deadline);
        LOG.infof("Streams are closed%s", streams.isEmpty() ? "" : ", some of them by force");
    }

    boolean isDraining() {
        return draining;
    }
}
