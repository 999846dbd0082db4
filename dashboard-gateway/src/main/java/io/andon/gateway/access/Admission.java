package io.andon.gateway.access;

import io.andon.events.TenantId;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads tenant, person, roles and time out of a verified token, and decides whether that lets the caller in. */
@Singleton
final class Admission {

    /** Why not. */
    static final class Denied extends RuntimeException {
        private final Denial denial;

        Denied(Denial denial) {
            super(denial.problem().code());
            this.denial = denial;
        }

        Denial denial() {
            return denial;
        }
    }

    private static final String TENANT_CLAIM = "tenant_id";
    private static final String ADMIN = "admin";

    /** Each of them may read, see the contract §2. */
    private static final Set<String> READERS = Set.of("viewer", "operator", "planner", ADMIN);

    /** The last time that RFC 3339 can tell: enough for everybody, and no sum with it overflows. */
    private static final long LATEST_EXPIRY =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final Clock clock;
    private final Set<String> suspended;

    @Inject
    Admission(Clock clock, AccessConfig config) {
        this.clock = clock;
        this.suspended = config.suspendedTenants().orElse(Set.of());
    }

    /**
     * @param session of the cookie that the token came in, if it did
     * @throws Denied if the caller may not read its tenant's events
     */
    StreamIdentity admit(SecurityIdentity identity, @Nullable String session) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new Denied(Denial.invalidToken());
        }
        Instant expiresAt = expiry(token);
        if (identity.getRoles().stream().noneMatch(READERS::contains)) {
            throw new Denied(Denial.forbidden(
                    "ROLE_LACKING", "Not allowed", "The token has none of the roles that may read events."));
        }
        TenantId tenant = tenant(token);
        if (suspended.contains(tenant.value())) {
            throw new Denied(Denial.suspended());
        }
        return new StreamIdentity(tenant, token.getName(), identity.hasRole(ADMIN), expiresAt, session);
    }

    /**
     * A token without an end would be a stream without an end. The leeway that {@code quarkus.oidc} may give a clock that
     * is late is none for a stream: it would begin after its end.
     */
    private Instant expiry(JsonWebToken token) {
        long exp = Math.min(token.getExpirationTime(), LATEST_EXPIRY);
        if (exp <= clock.instant().getEpochSecond()) {
            throw new Denied(Denial.invalidToken());
        }
        return Instant.ofEpochSecond(exp);
    }

    private static TenantId tenant(JsonWebToken token) {
        try {
            return new TenantId(token.getClaim(TENANT_CLAIM) instanceof String claim ? claim : "");
        } catch (IllegalArgumentException e) {
            throw new Denied(Denial.forbidden(
                    "TENANT_MISSING", "No tenant", "The token names no tenant in its claim " + TENANT_CLAIM));
        }
    }
}
