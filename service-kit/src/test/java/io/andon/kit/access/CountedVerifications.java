package io.andon.kit.access;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;

/** Looks on while tokens are verified: Quarkus asks every such bean, each time. */
@Singleton
@Unremovable
class CountedVerifications implements Validator {

    private final Map<String, Integer> byToken = new ConcurrentHashMap<>();

    @Override
    public String validate(JwtContext token) {
        byToken.merge(token.getJwt(), 1, Integer::sum);
        return null;
    }

    int of(String token) {
        return byToken.getOrDefault(token, 0);
    }
}
