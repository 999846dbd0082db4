package io.andon.backends;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The codes handed to browsers and not yet exchanged. Each is good once and for a minute; when more than
 * {@value #LIMIT} wait, the oldest goes. Called by the HTTP server's threads, so every method is synchronized.
 */
final class AuthorizationCodes {

    private static final int LIMIT = 1_000;
    private static final Duration VALIDITY = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Issued> waiting = new LinkedHashMap<>();

    AuthorizationCodes(Clock clock) {
        this.clock = clock;
    }

    synchronized String issue(AuthorizationRequest request, Person person) {
        String code = UUID.randomUUID().toString();
        waiting.put(code, new Issued(request, person, clock.instant().plus(VALIDITY)));
        Iterator<String> oldest = waiting.keySet().iterator();
        while (waiting.size() > LIMIT) {
            oldest.next();
            oldest.remove();
        }
        return code;
    }

    /** Takes the code: a second caller gets nothing. */
    synchronized Optional<Issued> redeem(String code) {
        return Optional.ofNullable(waiting.remove(code))
                .filter(issued -> clock.instant().isBefore(issued.expiresAt()));
    }

    record Issued(AuthorizationRequest request, Person person, Instant expiresAt) {}
}
