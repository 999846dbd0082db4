package io.andon.gateway.access;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the token of a request, wherever in the request it is, by the keys of the issuer that {@code quarkus.oidc}
 * names. Who cannot be let in is answered here, with a problem document, unless the caller has another answer.
 */
@Singleton
public final class BearerTokens {

    private static final Logger LOG = Logger.getLogger(BearerTokens.class);

    /** Signed, or encrypted with a key of its own (RFC 7515 §7.1, RFC 7516 §7.1); Quarkus stumbles over less. */
    private static final Pattern JWT = Pattern.compile("[\\w-]+(\\.[\\w-]+){2,4}");

    private final IdentityProviderManager identityProviders;
    private final Admission admission;
    private final boolean alsoInQuery;

    @Inject
    BearerTokens(IdentityProviderManager identityProviders, Admission admission, AccessConfig config) {
        this.identityProviders = identityProviders;
        this.admission = admission;
        this.alsoInQuery = config.queryToken();
    }

    /** Calls {@code then} on the request's event loop if the caller may read its tenant's events. */
    public void identify(RoutingContext request, Consumer<StreamIdentity> then) {
        identify(request, then, denial -> denial.problem().send(request));
    }

    /** Calls one of the two on the request's event loop. */
    public void identify(RoutingContext request, Consumer<StreamIdentity> then, Consumer<Denial> otherwise) {
        PresentedToken.of(request.request(), alsoInQuery)
                .ifPresentOrElse(
                        token -> identify(request, token, then, otherwise),
                        () -> otherwise.accept(Denial.unauthorized("This needs a bearer token.")));
    }

    private void identify(
            RoutingContext request, PresentedToken token, Consumer<StreamIdentity> then, Consumer<Denial> otherwise) {
        if (token.place() != PresentedToken.Place.COOKIE) {
            verify(request, token, null, then, otherwise);
        } else if (SameOrigin.check(request.request())) {
            verify(request, token, SessionCookie.session(token.value()), then, denial -> {
                // A cookie that has expired would be sent, and refused, again and again.
                if (denial.problem().status() == 401) {
                    SessionCookie.clear(request.request());
                }
                otherwise.accept(denial);
            });
        } else {
            otherwise.accept(Denial.forbidden(
                    "CROSS_ORIGIN", "Not allowed", "A session is good for pages of this origin alone."));
        }
    }

    /** As {@link #identify}, for the bearer of a header alone; {@code then} also gets the token that was verified. */
    public void identifyBearer(RoutingContext request, BiConsumer<StreamIdentity, String> then) {
        Consumer<Denial> otherwise = denial -> denial.problem().send(request);
        PresentedToken.ofHeader(request.request())
                .ifPresentOrElse(
                        token -> verify(
                                request, token, null, identity -> then.accept(identity, token.value()), otherwise),
                        () -> otherwise.accept(Denial.unauthorized("This needs a bearer token in a header.")));
    }

    private void verify(
            RoutingContext request,
            PresentedToken token,
            @Nullable String session,
            Consumer<StreamIdentity> then,
            Consumer<Denial> otherwise) {
        Context context = request.vertx().getOrCreateContext();
        verified(request, token.value())
                .map(identity -> admission.admit(identity, session))
                .subscribe()
                .with(
                        identity -> context.runOnContext(ignored -> guarded(request, () -> then.accept(identity))),
                        failure -> context.runOnContext(
                                ignored -> guarded(request, () -> otherwise.accept(denial(failure)))));
    }

    /** Outside the router's own call nobody else would catch what an answer throws, and the client would wait. */
    private static void guarded(RoutingContext request, Runnable answer) {
        try {
            answer.run();
        } catch (RuntimeException e) {
            request.fail(e);
        }
    }

    private Uni<SecurityIdentity> verified(RoutingContext request, String token) {
        if (!JWT.matcher(token).matches()) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return identityProviders.authenticate(HttpSecurityUtils.setRoutingContextAttribute(
                new TokenAuthenticationRequest(new AccessTokenCredential(token)), request));
    }

    /** Why a token was not accepted is not logged: the reason that the verification gives has the token in it. */
    private static Denial denial(Throwable failure) {
        if (failure instanceof Admission.Denied denied) {
            return denied.denial();
        }
        if (failure instanceof AuthenticationFailedException) {
            return Denial.invalidToken();
        }
        LOG.warnf("Tokens cannot be verified: %s", failure.toString());
        return Denial.unverified();
    }
}
