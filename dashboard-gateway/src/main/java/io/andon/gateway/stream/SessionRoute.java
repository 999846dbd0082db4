package io.andon.gateway.stream;

import io.andon.gateway.access.BearerTokens;
import io.andon.gateway.access.SessionCookie;
import io.andon.gateway.access.StreamIdentity;
import io.andon.gateway.problem.Problem;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** {@code POST} and {@code DELETE /events/session}: makes a bearer token the browser's cookie, and takes it back. */
@Singleton
final class SessionRoute {

    private static final String PATH = "/events/session";

    private final BearerTokens tokens;
    private final OpenStreams streams;
    private final Clock clock;

    @Inject
    SessionRoute(BearerTokens tokens, OpenStreams streams, Clock clock) {
        this.tokens = tokens;
        this.streams = streams;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.post(PATH)
                .handler(request ->
                        tokens.identifyBearer(request, (identity, token) -> begin(request, identity, token)));
        router.delete(PATH).handler(this::end);
        router.route(PATH).handler(Problem.methodNotAllowed("POST, DELETE")::send);
    }

    private void begin(RoutingContext request, StreamIdentity identity, String token) {
        if (token.length() > SessionCookie.LONGEST_TOKEN) {
            Problem.of(
                            400,
                            "TOKEN_TOO_LONG",
                            "Too long",
                            "A browser keeps no cookie with a token of more than " + SessionCookie.LONGEST_TOKEN
                                    + " characters. Stream with the token in the header Authorization.")
                    .send(request);
            return;
        }
        SessionCookie.set(request.request(), token, Duration.between(clock.instant(), identity.expiresAt()));
        done(request);
    }

    /** Not asking for a token lets a client sign out whose token has expired. Who knows no session ends none. */
    private void end(RoutingContext request) {
        SessionCookie.session(request.request()).ifPresent(streams::closeSession);
        SessionCookie.clear(request.request());
        done(request);
    }

    private static void done(RoutingContext request) {
        HttpServerResponse response = request.response();
        response.setStatusCode(204).putHeader("Cache-Control", "no-store").end();
    }
}
