package io.andon.gateway.stream;

import io.andon.gateway.access.BearerTokens;
import io.andon.gateway.access.StreamIdentity;
import io.andon.gateway.fanout.Frame;
import io.andon.gateway.fanout.Outcome;
import io.andon.gateway.fanout.Resumption;
import io.andon.gateway.fanout.TenantHubs;
import io.andon.gateway.intake.Intake;
import io.andon.gateway.position.StreamPosition;
import io.andon.gateway.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code GET /events/changes}: the same events as JSON, for a client that must poll. */
@Singleton
final class ChangesRoute {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final BearerTokens tokens;
    private final TenantHubs hubs;
    private final Intake intake;

    @Inject
    ChangesRoute(BearerTokens tokens, TenantHubs hubs, Intake intake) {
        this.tokens = tokens;
        this.hubs = hubs;
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
            Resumption resumption = hubs.resumption(identity.tenant(), wanted.resume());
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Cache-Control", "no-store")
                    .end(document(resumption, wanted, limit));
        } catch (StreamRequest.Invalid e) {
            e.problem().send(request);
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

    private static Buffer document(Resumption resumption, StreamRequest wanted, int limit) {
        List<Frame> all =
                resumption.history().stream().filter(wanted.filter()::accepts).toList();
        List<Frame> frames = all.subList(0, Math.min(limit, all.size()));
        StreamPosition reached = frames.size() == all.size()
                ? resumption.present()
                : frames.get(frames.size() - 1).position().max(resumption.start());
        Buffer document = Buffer.buffer("{\"events\":[");
        for (int i = 0; i < frames.size(); i++) {
            document.appendString(i == 0 ? "" : ",").appendBuffer(frames.get(i).data());
        }
        return document.appendString("],\"lastEventId\":" + Json.encode(reached.toString()))
                .appendString(",\"resync\":" + (resumption.outcome() == Outcome.RESYNC) + "}");
    }
}
