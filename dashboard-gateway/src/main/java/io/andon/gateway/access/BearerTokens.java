package io.andon.gateway.access;

import io.andon.events.TenantId;
import io.andon.gateway.problem.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Verifies the bearer token of a request, by the keys of the issuer that {@code quarkus.oidc} names, and reads tenant,
 * person and roles from its claims. Who cannot be let in is answered here, with a problem document.
 */
@Singleton
public final class BearerTokens {

    private static final Logger LOG = Logger.getLogger(BearerTokens.class);
    private static final String TENANT_CLAIM = "tenant_id";
    private static final String ADMIN = "admin";

    /** Each of them may read, see the contract §2. */
    private static final Set<String> READERS = Set.of("viewer", "operator", "planner", ADMIN);

    private static final String RETRY_SECONDS = "5";
    private static final BiConsumer<RoutingContext, Throwable> ANSWERED_HERE = (request, failure) -> {};

    private final IdentityProviderManager identityProviders;

    @Inject
    BearerTokens(IdentityProviderManager identityProviders) {
        this.identityProviders = identityProviders;
    }

    /** Calls {@code then} on the request's event loop if the caller may read its tenant's events. */
    public void identify(RoutingContext request, Consumer<StreamIdentity> then) {
        var context = request.vertx().getOrCreateContext();
        // Quarkus would answer with a status and nothing else.
        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, ANSWERED_HERE);
        QuarkusHttpUser.getSecurityIdentity(request, identityProviders)
                .subscribe()
                .with(
                        identity -> context.runOnContext(ignored -> admit(request, identity, then)),
                        failure -> context.runOnContext(ignored -> refuse(request, failure)));
    }

    private static void admit(RoutingContext request, SecurityIdentity identity, Consumer<StreamIdentity> then) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            unauthorized("This needs a bearer token.").send(request);
        } else if (identity.getRoles().stream().noneMatch(READERS::contains)) {
            Problem.of(403, "ROLE_LACKING", "Not allowed", "The token has none of the roles that may read events.")
                    .send(request);
        } else {
            String tenant = token.getClaim(TENANT_CLAIM) instanceof String claim ? claim : "";
            admit(request, identity, token, tenant, then);
        }
    }

    private static void admit(
            RoutingContext request,
            SecurityIdentity identity,
            JsonWebToken token,
            String tenant,
            Consumer<StreamIdentity> then) {
        StreamIdentity admitted;
        try {
            Instant expiresAt = Instant.ofEpochSecond(token.getExpirationTime());
            boolean admin = identity.hasRole(ADMIN);
            admitted = new StreamIdentity(new TenantId(tenant), token.getName(), admin, expiresAt);
        } catch (IllegalArgumentException e) {
            Problem.of(403, "TENANT_MISSING", "No tenant", "The token names no tenant in its claim " + TENANT_CLAIM)
                    .send(request);
            return;
        }
        then.accept(admitted);
    }

    private static void refuse(RoutingContext request, Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            LOG.debug("A token was not accepted", failure);
            unauthorized("The bearer token is malformed, expired or not from our issuer.")
                    .send(request);
        } else {
            LOG.warnf("Tokens cannot be verified: %s", failure.toString());
            Problem.of(503, "ISSUER_UNAVAILABLE", "Try again", "The token cannot be verified at the moment.")
                    .with("Retry-After", RETRY_SECONDS)
                    .send(request);
        }
    }

    private static Problem unauthorized(String detail) {
        return Problem.of(401, "UNAUTHENTICATED", "Not signed in", detail).with("WWW-Authenticate", "Bearer");
    }
}
