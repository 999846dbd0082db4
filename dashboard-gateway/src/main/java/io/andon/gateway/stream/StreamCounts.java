package io.andon.gateway.stream;

import io.andon.events.TenantId;
import io.andon.gateway.access.StreamIdentity;
import java.util.HashMap;
import java.util.Map;

/** Open streams by tenant and person. Not thread-safe. Holds nothing of those who have none open. */
final class StreamCounts {

    private final Map<TenantId, Map<String, Integer>> ofUsers = new HashMap<>();
    private final Map<TenantId, Integer> ofTenants = new HashMap<>();
    private int all;

    void add(StreamIdentity identity) {
        all++;
        ofTenants.merge(identity.tenant(), 1, Integer::sum);
        ofUsers.computeIfAbsent(identity.tenant(), tenant -> new HashMap<>()).merge(identity.user(), 1, Integer::sum);
    }

    void remove(StreamIdentity identity) {
        all--;
        ofTenants.computeIfPresent(identity.tenant(), (tenant, count) -> oneLess(count));
        ofUsers.computeIfPresent(identity.tenant(), (tenant, users) -> {
            users.computeIfPresent(identity.user(), (user, count) -> oneLess(count));
            return users.isEmpty() ? null : users;
        });
    }

    private static Integer oneLess(int count) {
        return count == 1 ? null : count - 1;
    }

    int all() {
        return all;
    }

    int of(TenantId tenant) {
        return ofTenants.getOrDefault(tenant, 0);
    }

    int ofUser(StreamIdentity identity) {
        return ofUsers.getOrDefault(identity.tenant(), Map.of()).getOrDefault(identity.user(), 0);
    }

    /** How many people of the tenant have a stream open. */
    int users(TenantId tenant) {
        return ofUsers.getOrDefault(tenant, Map.of()).size();
    }
}
