package io.andon.gateway.stream;

import io.andon.gateway.access.BearerTokens;
import io.andon.gateway.access.Denial;
import io.andon.gateway.access.StreamIdentity;
import io.andon.gateway.intake.Intake;
import io.andon.gateway.problem.Problem;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** {@code GET /events}: the stream of the caller's tenant. */
@Singleton
final class EventsRoute {

    private static final String PATH = "/events";

    private final BearerTokens tokens;
    private final EventStreams streams;
    private final Intake intake;
    private final Drain drain;
    private final Refusal refusal;

    @Inject
    EventsRoute(BearerTokens tokens, EventStreams streams, Intake intake, Drain drain, Refusal refusal) {
        this.tokens = tokens;
        this.streams = streams;
        this.intake = intake;
        this.drain = drain;
        this.refusal = refusal;
    }

    void register(@Observes Router router) {
        router.get(PATH)
                .handler(request ->
                        tokens.identify(request, identity -> open(request, identity), denial -> deny(request, denial)));
        router.route(PATH).handler(Problem.methodNotAllowed("GET")::send);
    }

    /** A browser's EventSource stops for ever at any status but 200: that is the answer for those who should. */
    private void deny(RoutingContext request, Denial denial) {
        if (denial.kind() == Denial.Kind.SUSPENDED) {
            request.response()
                    .setStatusCode(204)
                    .putHeader("Cache-Control", "no-store")
                    .end();
        } else if (denial.kind() == Denial.Kind.UNVERIFIED && Refusal.isForStream(request)) {
            refusal.send(request, RefusalReason.ISSUER_UNAVAILABLE);
        } else {
            denial.problem().send(request);
        }
    }

    private void open(RoutingContext request, StreamIdentity identity) {
        if (drain.isDraining()) {
            refusal.send(request, RefusalReason.SHUTDOWN);
        } else if (!intake.isReady()) {
            refusal.send(request, RefusalReason.STARTING);
        } else {
            openWanted(request, identity);
        }
    }

    private void openWanted(RoutingContext request, StreamIdentity identity) {
        try {
            streams.open(request, identity, StreamRequest.of(request.request()))
                    .ifPresent(refused -> refusal.send(request, refused));
        } catch (StreamRequest.Invalid e) {
            e.problem().send(request);
        }
    }
}
