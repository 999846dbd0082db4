package io.andon.gateway.intake;

import io.andon.gateway.fanout.SystemFrame;
import io.andon.gateway.fanout.SystemFrames;
import io.andon.gateway.fanout.TenantHubs;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Whether Kafka can be reached. While it cannot, dashboards show what they have and the streams stay open; every change
 * of the state is said once in each of them and once in the log.
 */
@Singleton
public final class DegradedState {

    private static final Logger LOG = Logger.getLogger(DegradedState.class);
    private static final String REASON = "kafka-unreachable";

    private final TenantHubs hubs;
    private final SystemFrames systemFrames;
    private final AtomicBoolean degraded = new AtomicBoolean();

    @Inject
    DegradedState(TenantHubs hubs, SystemFrames systemFrames) {
        this.hubs = hubs;
        this.systemFrames = systemFrames;
    }

    void unreachable() {
        if (degraded.compareAndSet(false, true)) {
            LOG.warn("Kafka cannot be reached: events are late until it can");
            hubs.tellAll(systemFrames.degraded(true, REASON));
        }
    }

    void reachable() {
        if (degraded.compareAndSet(true, false)) {
            LOG.info("Kafka can be reached again");
            hubs.tellAll(systemFrames.degraded(false, REASON));
        }
    }

    public boolean isDegraded() {
        return degraded.get();
    }

    /** What a new stream has to be told, if anything. */
    public Optional<SystemFrame> notice() {
        return isDegraded() ? Optional.of(systemFrames.degraded(true, REASON)) : Optional.empty();
    }
}
