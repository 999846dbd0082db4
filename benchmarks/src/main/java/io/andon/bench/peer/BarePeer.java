package io.andon.bench.peer;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The plainest fan-out on the gateway's own foundation: GET subscribes to a path, POST sends its body to all who
 * subscribed to that path. An event is encoded once and written to each client by itself. No Kafka, no tokens, no past,
 * no bound for slow clients.
 *
 * <p>As many loops as the gateway has; an event reaches the clients of the other loops over the event bus.
 */
public final class BarePeer extends AbstractVerticle {

    private final Map<String, Set<HttpServerResponse>> clients = new HashMap<>();
    private long lastId;

    public static void main(String[] arguments) {
        int loops = 2 * Runtime.getRuntime().availableProcessors();
        Vertx vertx = Vertx.vertx();
        vertx.deployVerticle(BarePeer.class, new DeploymentOptions().setInstances(loops));
    }

    @Override
    public void start() {
        // A port that is shared by the loops: with 0 each of them would get another one.
        vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(-1).setAcceptBacklog(4096))
                .requestHandler(this::handle)
                .listen()
                .onSuccess(server -> System.out.println("port " + server.actualPort()));
        vertx.eventBus()
                .<Buffer>localConsumer(
                        "events", message -> send(message.headers().get("path"), message.body()));
    }

    private void handle(HttpServerRequest request) {
        if (request.method() == HttpMethod.POST) {
            request.bodyHandler(body -> {
                Buffer event = Buffer.buffer("id: " + ++lastId + "\nevent: e\ndata: ")
                        .appendBuffer(body)
                        .appendString("\n\n");
                vertx.eventBus()
                        .publish(
                                "events",
                                event,
                                new DeliveryOptions()
                                        .addHeader("path", request.path())
                                        .setLocalOnly(true));
                request.response().setStatusCode(204).end();
            });
        } else {
            subscribe(request.path(), request.response());
        }
    }

    private void subscribe(String path, HttpServerResponse response) {
        Set<HttpServerResponse> all = clients.computeIfAbsent(path, unknown -> new LinkedHashSet<>());
        all.add(response);
        response.closeHandler(ignored -> all.remove(response))
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .write(": hello\n\n");
    }

    private void send(String path, Buffer event) {
        for (HttpServerResponse client : clients.getOrDefault(path, Set.of())) {
            client.write(event, null);
        }
    }
}
