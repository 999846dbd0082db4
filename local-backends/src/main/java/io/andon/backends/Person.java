package io.andon.backends;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody that a token can be for.
 *
 * @param username what is typed at the login, for instance {@code planner@alder-street}
 * @param tenant the claim {@code tenant_id}
 * @param groups the claim {@code groups}: the roles
 */
record Person(String username, String tenant, List<String> groups) {

    Person {
        groups = List.copyOf(groups);
    }

    /** The same for the same user name in every run, because rows written by a person name the person by it. */
    String subject() {
        return UUID.nameUUIDFromBytes(("andon/" + username).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    String displayName() {
        String[] parts = username.split("@", 2);
        return parts.length < 2 ? username : capitalised(parts[0]) + ", " + Tenants.displayName(parts[1]);
    }

    Map<String, Object> claims() {
        return Map.of(
                "name", displayName(),
                "preferred_username", username,
                "groups", groups,
                "tenant_id", tenant);
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
