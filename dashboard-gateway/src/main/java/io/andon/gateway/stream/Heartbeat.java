package io.andon.gateway.stream;

import io.andon.gateway.fanout.Lanes;
import io.andon.gateway.fanout.TenantHubs;
import io.andon.gateway.recovery.Recoveries;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The clock of all streams, one thread: heartbeats, a slot of the subscribers at each tick; then what is too old or
 * stalled is looked for.
 */
@Singleton
final class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    private final TenantHubs hubs;
    private final Lanes lanes;
    private final Recoveries recoveries;
    private final StreamConfig config;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "andon-heartbeat"));
    private int slot;

    @Inject
    Heartbeat(TenantHubs hubs, Lanes lanes, Recoveries recoveries, StreamConfig config, Clock clock) {
        this.hubs = hubs;
        this.lanes = lanes;
        this.recoveries = recoveries;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        long tickMs = Math.max(1, config.heartbeat().toMillis() / TenantHubs.SLOTS);
        thread.scheduleAtFixedRate(this::tick, tickMs, tickMs, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private void tick() {
        try {
            slot = (slot + 1) % TenantHubs.SLOTS;
            hubs.heartbeat(slot);
            hubs.expire();
            recoveries.expire();
            lanes.closeStalledSince(clock.millis() - config.maxStall().toMillis());
        } catch (RuntimeException e) {
            LOG.error("A heartbeat failed; the next one follows", e);
        }
    }
}
