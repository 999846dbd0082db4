package io.andon.gateway.description;

import io.andon.gateway.problem.Problem;
import io.andon.gateway.proxy.ProxyConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** {@code GET /openapi}: the requests of the gateway and of both services. {@code GET /asyncapi}: the events. */
@Singleton
final class DescriptionRoutes {

    private static final String RETRY_SECONDS = "5";

    private final JsonObject gateway = Descriptions.gateway();
    private final Buffer events = Descriptions.events();
    private final ServiceDescription workorder;
    private final ServiceDescription metrics;

    private List<JsonObject> mergedFrom = List.of();
    private Buffer merged = Buffer.buffer();

    @Inject
    DescriptionRoutes(Vertx vertx, ProxyConfig config, Clock clock) {
        HttpClient client = vertx.createHttpClient();
        this.workorder = new ServiceDescription("workorder-service", config.workorderUrl(), client, clock);
        this.metrics = new ServiceDescription("metrics-service", config.metricsUrl(), client, clock);
    }

    void register(@Observes Router router) {
        router.get("/openapi").handler(this::requests);
        router.route("/openapi").handler(Problem.methodNotAllowed("GET")::send);
        router.get("/asyncapi").handler(request -> answer(request, events));
        router.route("/asyncapi").handler(Problem.methodNotAllowed("GET")::send);
    }

    private void requests(RoutingContext request) {
        Future<JsonObject> ofWorkorder = workorder.document();
        Future<JsonObject> ofMetrics = metrics.document();
        Future.all(ofWorkorder, ofMetrics)
                .map(both -> merged(ofWorkorder.result(), ofMetrics.result()))
                .onSuccess(document -> answer(request, document))
                .onFailure(failure -> refuse(request, failure));
    }

    /** To merge is work for an event loop that has better things to do: it is done once for the same two documents. */
    private synchronized Buffer merged(JsonObject ofWorkorder, JsonObject ofMetrics) {
        List<JsonObject> parts = List.of(ofWorkorder, ofMetrics);
        if (!parts.equals(mergedFrom)) {
            merged = new MergedDescription(gateway)
                    .with("WorkOrder", ofWorkorder)
                    .with("Metrics", ofMetrics)
                    .document()
                    .toBuffer();
            mergedFrom = parts;
        }
        return merged;
    }

    private static void answer(RoutingContext request, Buffer document) {
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-cache")
                // Read by tools on other origins; there is nothing in it that is not public.
                .putHeader("Access-Control-Allow-Origin", "*")
                .end(document);
    }

    private static void refuse(RoutingContext request, Throwable failure) {
        if (failure instanceof ServiceDescription.Unavailable unavailable) {
            Problem.of(
                            503,
                            "UPSTREAM_UNAVAILABLE",
                            "The service does not answer",
                            unavailable.service() + " cannot be asked for its description at the moment.")
                    .with("Retry-After", RETRY_SECONDS)
                    .send(request);
        } else {
            request.fail(failure);
        }
    }
}
