package io.andon.gateway.stream;

import io.andon.events.TenantId;
import io.andon.gateway.access.StreamIdentity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Counts open streams by tenant and person, and says when there are too many. Taken once per stream, so one lock does. */
@Singleton
final class StreamLimits {

    private final StreamConfig config;
    private final Map<TenantId, Map<String, Integer>> open = new HashMap<>();
    private final Map<TenantId, Integer> totals = new HashMap<>();

    @Inject
    StreamLimits(StreamConfig config) {
        this.config = config;
    }

    /** Whether one more stream may be opened; it is counted then, until {@link #release}. */
    synchronized boolean tryAcquire(StreamIdentity identity) {
        Map<String, Integer> users = open.getOrDefault(identity.tenant(), Map.of());
        if (totals.getOrDefault(identity.tenant(), 0) >= config.maxPerTenant()
                || users.getOrDefault(identity.user(), 0) >= config.maxPerUser()) {
            return false;
        }
        totals.merge(identity.tenant(), 1, Integer::sum);
        open.computeIfAbsent(identity.tenant(), tenant -> new HashMap<>()).merge(identity.user(), 1, Integer::sum);
        return true;
    }

    synchronized void release(StreamIdentity identity) {
        totals.computeIfPresent(identity.tenant(), (tenant, count) -> oneLess(count));
        open.computeIfPresent(identity.tenant(), (tenant, users) -> {
            users.computeIfPresent(identity.user(), (user, count) -> oneLess(count));
            return users.isEmpty() ? null : users;
        });
    }

    private static Integer oneLess(int count) {
        return count == 1 ? null : count - 1;
    }

    /** How many people of the tenant have a stream open. */
    synchronized int users(TenantId tenant) {
        return open.getOrDefault(tenant, Map.of()).size();
    }
}
