package io.andon.kit.access;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * Has Quarkus verify a bearer token, and takes the result for the very same token's next requests, for at most
 * {@link AccessConfig#verifiedTokensKeptFor()} and never in the second of its claim {@code exp} or after it: from then on
 * Quarkus sees the token again, and whatever leeway its settings give is its own. What it refuses is not kept, and the
 * token is compared whole, so one that was tampered with is never a known one.
 *
 * <p>A key that Quarkus no longer knows, and an age that {@code quarkus.oidc.token.age} no longer allows, are noticed that
 * much later. Roles are added to each request's identity as before. {@code @AuthenticationContext}, which lets one resource
 * ask more of a token than others, would be heard for the first request only: no resource may have it.
 *
 * <p>Called on the request's thread, an event loop too, and blocks nowhere. First requests at the same time each verify.
 */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class CachingIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    private final IdentityProvider<TokenAuthenticationRequest> quarkus;
    private final VerifiedTokens verified = new VerifiedTokens();
    private final long keptForMs;
    private final Clock clock;

    /** By the system's clock, as the verification itself. */
    @Inject
    CachingIdentityProvider(@Delegate @Any IdentityProvider<TokenAuthenticationRequest> quarkus, AccessConfig config) {
        this(quarkus, config, Clock.systemUTC());
    }

    CachingIdentityProvider(IdentityProvider<TokenAuthenticationRequest> quarkus, AccessConfig config, Clock clock) {
        this.quarkus = quarkus;
        this.keptForMs = config.verifiedTokensKeptFor().toMillis();
        this.clock = clock;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return quarkus.getRequestType();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        if (keptForMs == 0 || !(request.getToken() instanceof AccessTokenCredential credential)) {
            return quarkus.authenticate(request, context);
        }
        long nowMs = clock.millis();
        String token = credential.getToken();
        VerifiedCaller known = verified.find(token, nowMs);
        if (known != null) {
            return Uni.createFrom().item(known.in(HttpSecurityUtils.getRoutingContextAttribute(request), context));
        }
        return quarkus.authenticate(request, context)
                .onItem()
                .ifNotNull()
                .invoke(identity -> keep(token, identity, nowMs));
    }

    private void keep(String token, SecurityIdentity identity, long fromMs) {
        VerifiedCaller.of(identity).ifPresent(caller -> {
            long endMs = TimeUnit.SECONDS.toMillis(caller.token().getExpirationTime());
            verified.keep(token, caller, fromMs, Math.min(fromMs + keptForMs, endMs));
        });
    }
}
