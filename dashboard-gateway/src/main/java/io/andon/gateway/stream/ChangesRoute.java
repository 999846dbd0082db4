package io.andon.gateway.stream;

import io.andon.gateway.access.BearerTokens;
import io.andon.gateway.access.StreamIdentity;
import io.andon.gateway.fanout.Frame;
import io.andon.gateway.intake.Intake;
import io.andon.gateway.problem.Problem;
import io.andon.gateway.recovery.ChangesPage;
import io.andon.gateway.recovery.ChangesQuery;
import io.andon.gateway.recovery.Recoveries;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** {@code GET /events/changes}: the same events as JSON, for a client that must poll. */
@Singleton
final class ChangesRoute {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final BearerTokens tokens;
    private final Recoveries recoveries;
    private final Intake intake;

    @Inject
    ChangesRoute(BearerTokens tokens, Recoveries recoveries, Intake intake) {
        this.tokens = tokens;
        this.recoveries = recoveries;
        this.intake = intake;
    }

    void register(@Observes Router router) {
        router.get("/events/changes")
                .handler(request -> tokens.identify(request, identity -> answer(request, identity)));
        router.route("/events/changes").handler(Problem.methodNotAllowed("GET")::send);
    }

    private void answer(RoutingContext request, StreamIdentity identity) {
        if (!intake.isReady()) {
            Problem.of(503, "STARTING", "Not now", "The gateway has just started and is still reading.")
                    .with("Retry-After", "1")
                    .send(request);
            return;
        }
        try {
            int limit = limit(request.request().getParam("limit", Integer.toString(DEFAULT_LIMIT)));
            StreamRequest wanted = StreamRequest.of(request.request());
            Context context = request.vertx().getOrCreateContext();
            ChangesQuery query = new ChangesQuery(identity.tenant(), wanted.resume(), wanted.filter(), limit);
            recoveries.changes(query, page -> context.runOnContext(ignored -> send(request.response(), page)));
        } catch (StreamRequest.Invalid e) {
            e.problem().send(request);
        }
    }

    private static void send(HttpServerResponse response, ChangesPage page) {
        if (!response.ended() && !response.closed()) {
            response.putHeader("Content-Type", "application/json")
                    .putHeader("Cache-Control", "no-store")
                    .end(document(page));
        }
    }

    private static int limit(String text) {
        if (text.matches("\\d{1,3}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        }
        throw new StreamRequest.Invalid("limit is not a number from 1 to " + MAX_LIMIT);
    }

    private static Buffer document(ChangesPage page) {
        Buffer document = Buffer.buffer("{\"events\":[");
        String separator = "";
        for (Frame frame : page.frames()) {
            document.appendString(separator).appendBuffer(frame.data());
            separator = ",";
        }
        return document.appendString(
                        "],\"lastEventId\":" + Json.encode(page.reached().toString()))
                .appendString(",\"resync\":" + page.resync() + "}");
    }
}
