package io.andon.gateway.stream;

import io.andon.events.TenantId;
import io.andon.gateway.access.StreamIdentity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says when there are too many streams, or too many new ones, of a person, a tenant or in all.
 *
 * <p>As many new streams as may be open are allowed at once, since after a crash all of them come back; from then on, as
 * many a second as is configured. A client that is refused is told when to return, and the refused of one limit are told
 * to return one after another at the rate of the limit: the more there are, the longer each of them stays away.
 *
 * <p>Taken once per stream, by any loop, under one lock. What is kept is bounded by the open streams and by those who
 * opened some lately.
 */
@Singleton
final class StreamLimits {

    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_DELAY_MS = Duration.ofSeconds(60).toMillis();

    private final StreamConfig config;
    private final int maxStreams;
    private final long tenantInterval;
    private final long userInterval;
    private final StreamCounts counts = new StreamCounts();
    private final Pace openings;
    private final Pace returns;

    private record User(TenantId tenant, String name) {}

    @Inject
    StreamLimits(StreamConfig config) {
        this(config, DescriptorLimit.ofThisProcess().maxStreams(), System::nanoTime);
    }

    StreamLimits(StreamConfig config, int maxStreams, LongSupplier nanoTime) {
        this.config = config;
        this.maxStreams = Math.min(config.maxStreams(), maxStreams);
        this.tenantInterval = NANOS_PER_SECOND / config.maxNewPerTenant();
        this.userInterval = NANOS_PER_SECOND / config.maxNewPerUser();
        this.openings = new Pace(nanoTime);
        this.returns = new Pace(nanoTime);
    }

    /** Counts one more stream until {@link #release}, or says why it may not be opened. */
    synchronized Optional<Refused> tryAcquire(StreamIdentity identity) {
        User user = new User(identity.tenant(), identity.user());
        RefusalReason obstacle = obstacle(identity, user);
        if (obstacle != null) {
            return Optional.of(new Refused(obstacle, delayMs(obstacle, user)));
        }
        counts.add(identity);
        openings.take(identity.tenant(), tenantInterval);
        openings.take(user, userInterval);
        return Optional.empty();
    }

    private @Nullable RefusalReason obstacle(StreamIdentity identity, User user) {
        if (counts.all() >= maxStreams) {
            return RefusalReason.TOO_MANY_STREAMS;
        }
        if (counts.of(identity.tenant()) >= config.maxPerTenant()) {
            return RefusalReason.TOO_MANY_STREAMS_OF_TENANT;
        }
        if (counts.ofUser(identity) >= config.maxPerUser()) {
            return RefusalReason.TOO_MANY_STREAMS_OF_USER;
        }
        if (isTooFast(identity.tenant(), tenantInterval, config.maxPerTenant())) {
            return RefusalReason.TOO_FAST_FOR_TENANT;
        }
        return isTooFast(user, userInterval, config.maxPerUser()) ? RefusalReason.TOO_FAST_FOR_USER : null;
    }

    private boolean isTooFast(Object key, long interval, int burst) {
        return openings.aheadNanos(key) > (burst - 1L) * interval;
    }

    private long delayMs(RefusalReason reason, User user) {
        return switch (reason) {
            case TOO_MANY_STREAMS_OF_USER, TOO_FAST_FOR_USER -> nextReturnMs(user, userInterval);
            case TOO_MANY_STREAMS_OF_TENANT, TOO_FAST_FOR_TENANT -> nextReturnMs(user.tenant(), tenantInterval);
            case TOO_MANY_STREAMS, STARTING, SHUTDOWN, ISSUER_UNAVAILABLE -> nextReturnMs(reason, tenantInterval);
        };
    }

    private long nextReturnMs(Object key, long interval) {
        long delayMs = Duration.ofNanos(returns.aheadNanos(key)).toMillis();
        if (delayMs >= LONGEST_DELAY_MS) {
            return ThreadLocalRandom.current().nextLong(LONGEST_DELAY_MS / 2, LONGEST_DELAY_MS);
        }
        returns.take(key, interval);
        return delayMs;
    }

    synchronized void release(StreamIdentity identity) {
        counts.remove(identity);
    }

    /** How many people of the tenant have a stream open. */
    synchronized int users(TenantId tenant) {
        return counts.users(tenant);
    }
}
