package io.andon.gateway.stream;

import io.andon.gateway.Instance;
import io.andon.gateway.access.BearerTokens;
import io.andon.gateway.access.StreamIdentity;
import io.andon.gateway.fanout.HubStats;
import io.andon.gateway.fanout.TenantHubs;
import io.andon.gateway.problem.Problem;
import io.andon.gateway.replay.ReplayMetrics;
import io.andon.gateway.replay.RunningReplay;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code GET /events/stats}: how this instance does, for the caller's tenant, and for an admin for all tenants. */
@Singleton
final class StatsRoute {

    private final BearerTokens tokens;
    private final TenantHubs hubs;
    private final StreamLimits limits;
    private final Instance instance;
    private final ReplayMetrics replays;

    @Inject
    StatsRoute(BearerTokens tokens, TenantHubs hubs, StreamLimits limits, Instance instance, ReplayMetrics replays) {
        this.tokens = tokens;
        this.hubs = hubs;
        this.limits = limits;
        this.instance = instance;
        this.replays = replays;
    }

    void register(@Observes Router router) {
        router.get("/events/stats").handler(request -> tokens.identify(request, identity -> answer(request, identity)));
        router.route("/events/stats").handler(Problem.methodNotAllowed("GET")::send);
    }

    private void answer(RoutingContext request, StreamIdentity identity) {
        JsonObject document = document(hubs.stats(identity.tenant())).put("instance", instance.name());
        if (identity.admin()) {
            List<HubStats> all = hubs.stats();
            document.put("totals", totals(all))
                    .put(
                            "tenants",
                            new JsonArray(all.stream().map(this::document).toList()))
                    .put("replays", replays());
        }
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(document.toBuffer());
    }

    private JsonObject document(HubStats stats) {
        String oldest = stats.oldestBufferedAt() == null
                ? null
                : stats.oldestBufferedAt().toString();
        return new JsonObject()
                .put("tenant", stats.tenant().value())
                .put("connections", stats.connections())
                .put("users", limits.users(stats.tenant()))
                .put("eventsDelivered", stats.eventsDelivered())
                .put("resyncs", stats.resyncs())
                .put("oldestBufferedAt", oldest)
                .put("position", stats.position().toString());
    }

    /** What an operator wished for and this instance has yet to show, over all tenants. */
    private JsonArray replays() {
        JsonArray running = new JsonArray();
        for (RunningReplay replay : replays.running()) {
            running.add(new JsonObject()
                    .put("topic", replay.topic())
                    .put("partition", replay.partition())
                    .put("from", replay.from())
                    .put("to", replay.to())
                    .put("next", replay.next()));
        }
        return running;
    }

    private static JsonObject totals(List<HubStats> all) {
        return new JsonObject()
                .put("tenants", all.size())
                .put("connections", all.stream().mapToInt(HubStats::connections).sum())
                .put(
                        "eventsDelivered",
                        all.stream().mapToLong(HubStats::eventsDelivered).sum())
                .put("resyncs", all.stream().mapToLong(HubStats::resyncs).sum());
    }
}
