package io.andon.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Says yes to everything, gives out ids made of the idempotency keys, and remembers what it was asked for. */
final class RecordingApi implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<Posted> posted = new CopyOnWriteArrayList<>();

    record Posted(String path, String key, JsonNode body) {}

    private RecordingApi(HttpServer server) {
        this.server = server;
    }

    static {
        // The JDK's server sends head and body apart, and an answer would wait 40 ms for the client's delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    static RecordingApi start() throws IOException {
        RecordingApi api =
                new RecordingApi(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        api.server.createContext("/", api::answer);
        api.server.start();
        return api;
    }

    DemoApi client() {
        URI origin = URI.create("http://localhost:" + server.getAddress().getPort());
        return new DemoApi(origin, origin.resolve("/token"));
    }

    List<Posted> posted() {
        return List.copyOf(posted);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (key != null) {
            posted.add(new Posted(path, key, JSON.readTree(body)));
        }
        byte[] answer =
                """
                {"id": "%s", "access_token": "t", "runId": "r", "status": "published", "data": [{"totalValue": 1e9}]}"""
                        .formatted(key)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
