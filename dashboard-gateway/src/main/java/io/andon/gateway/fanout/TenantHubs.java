package io.andon.gateway.fanout;

import io.andon.events.TenantId;
import io.andon.gateway.position.StreamPosition;
import io.andon.gateway.position.TopicPositions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * The hubs of all tenants: created when first needed, given up when nobody has needed them for a window's length.
 *
 * <p>{@link #append} and {@link #dispatch} belong to the intake's thread; everything else may come from any.
 */
@Singleton
public final class TenantHubs {

    /** Heartbeats are spread over so many ticks, so that they do not hit the loops all at once. */
    public static final int SLOTS = 15;

    private final WindowConfig config;
    private final TopicPositions positions;
    private final SystemFrames systemFrames;
    private final FanoutMetrics metrics;
    private final Clock clock;
    private final Map<TenantId, TenantHub> hubs = new ConcurrentHashMap<>();
    private final Set<TenantHub> touched = new LinkedHashSet<>();
    private final AtomicLong windowBytes = new AtomicLong();

    @Inject
    public TenantHubs(
            WindowConfig config,
            TopicPositions positions,
            SystemFrames systemFrames,
            FanoutMetrics metrics,
            Clock clock) {
        this.config = config;
        this.positions = positions;
        this.systemFrames = systemFrames;
        this.metrics = metrics;
        this.clock = clock;
    }

    private TenantHub hub(TenantId tenant) {
        return hubs.computeIfAbsent(tenant, id -> new TenantHub(id, config, positions, systemFrames, metrics));
    }

    /** Gives a frame to its tenant; it goes out with the next {@link #dispatch}. */
    public void append(TenantId tenant, Frame frame) {
        TenantHub hub;
        Optional<Long> growth;
        do {
            hub = hub(tenant);
            growth = hub.append(frame);
        } while (growth.isEmpty());
        windowBytes.addAndGet(growth.get());
        touched.add(hub);
    }

    public void dispatch() {
        touched.forEach(TenantHub::dispatch);
        touched.clear();
        if (windowBytes.get() > config.totalBytes().asLongValue()) {
            shrink();
        }
    }

    /** Shows records again to whoever of the tenant is connected; may come from any thread. */
    public void replay(TenantId tenant, List<ReplayedFrame> frames) {
        TenantHub hub = hubs.get(tenant);
        if (hub != null) {
            hub.replay(frames);
        }
    }

    /** Evicts the oldest frames of all tenants, an eighth of the span of time at once, until there is some room. */
    private void shrink() {
        long enough = config.totalBytes().asLongValue() / 10 * 9;
        while (windowBytes.get() > enough) {
            long oldest = hubs.values().stream()
                    .mapToLong(TenantHub::oldestReadAtMs)
                    .min()
                    .orElse(Long.MAX_VALUE);
            if (oldest == Long.MAX_VALUE) {
                return;
            }
            long until = oldest + Math.max(1, (clock.millis() - oldest) / 8);
            hubs.values().forEach(hub -> windowBytes.addAndGet(hub.evictReadBefore(until)));
        }
    }

    /**
     * Lets a subscriber take part in its tenant's stream; called on the subscriber's loop.
     *
     * @return what must happen first, or empty if the subscriber takes part now
     */
    public Optional<Unserved> attach(TenantId tenant, Subscriber subscriber, LoopLane lane, Resume resume) {
        ResumeAnswer answer;
        do {
            answer = hub(tenant).attach(subscriber, lane, resume);
        } while (answer == null);
        return answer instanceof Unserved unserved ? Optional.of(unserved) : Optional.empty();
    }

    /** What a client that polls gets; a tenant without a hub does not get one from asking. */
    public ResumeAnswer answer(TenantId tenant, Resume resume) {
        return existingOrNew(tenant).answer(resume);
    }

    public StreamPosition present(TenantId tenant) {
        return existingOrNew(tenant).present();
    }

    public HubStats stats(TenantId tenant) {
        return existingOrNew(tenant).stats();
    }

    private TenantHub existingOrNew(TenantId tenant) {
        TenantHub hub = hubs.get(tenant);
        return hub == null ? new TenantHub(tenant, config, positions, systemFrames, metrics) : hub;
    }

    public List<HubStats> stats() {
        return hubs.values().stream().map(TenantHub::stats).toList();
    }

    /** Sends the heartbeat of one slot's subscribers. */
    public void heartbeat(int slot) {
        hubs.values().forEach(hub -> hub.heartbeat(slot));
    }

    /** Sends every tenant's subscribers an event of the gateway's own, if there is one for where the tenant is. */
    public void tellAll(Function<StreamPosition, Optional<SystemFrame>> systemFrame) {
        hubs.values().forEach(hub -> hub.tellAll(systemFrame));
    }

    /** The positions of some of a topic's partitions have jumped: their tenants are told to resync. */
    public void reset(int topic, IntPredicate partitions) {
        hubs.forEach((tenant, hub) -> {
            int partition = positions.partition(topic, tenant);
            if (partition < 0 || partitions.test(partition)) {
                windowBytes.addAndGet(hub.reset(topic));
            }
        });
    }

    /** A topic has more partitions, so that other ones belong to some tenants. */
    public void partitionsAdded(int topic) {
        hubs.values().forEach(hub -> windowBytes.addAndGet(hub.partitionsAdded(topic)));
    }

    /** Evicts what is too old, and gives up hubs that nobody has needed for a window's length. */
    public void expire() {
        long now = clock.millis();
        long idleSince = now - config.maxAge().toMillis();
        hubs.forEach((tenant, hub) -> {
            windowBytes.addAndGet(hub.expire(now));
            hubs.computeIfPresent(tenant, (id, current) -> current.closeIfIdleSince(idleSince) ? null : current);
        });
    }
}
