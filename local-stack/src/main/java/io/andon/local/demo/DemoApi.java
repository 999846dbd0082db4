package io.andon.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The public API as a script uses it: tokens by password, JSON in and out, every POST with an idempotency key. */
public final class DemoApi {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI gateway;
    private final URI tokenEndpoint;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    public DemoApi(URI gateway, URI tokenEndpoint) {
        this.gateway = gateway;
        this.tokenEndpoint = tokenEndpoint;
    }

    /**
     * Posts something that a run before may have posted already.
     *
     * @param key names the request within the tenant: the same key and body is the same request
     */
    JsonNode post(String person, String path, String key, Map<String, ?> body) {
        return send(
                person,
                path,
                request(person, path).header("Idempotency-Key", key).POST(json(body)));
    }

    JsonNode put(String person, String path, Map<String, ?> body) {
        return send(person, path, request(person, path).PUT(json(body)));
    }

    JsonNode get(String person, String path) {
        return send(person, path, request(person, path).GET());
    }

    int requests() {
        return requests.get();
    }

    private HttpRequest.Builder request(String person, String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(person, this::token))
                .header("Content-Type", "application/json");
    }

    private JsonNode send(String person, String path, HttpRequest.Builder request) {
        requests.incrementAndGet();
        HttpResponse<String> answer = exchange(request.build());
        if (answer.statusCode() / 100 != 2) {
            throw new Refused(path + " as " + person + " answered " + answer.statusCode() + " " + answer.body());
        }
        return parse(answer.body());
    }

    private String token(String person) {
        HttpResponse<String> answer = exchange(HttpRequest.newBuilder(tokenEndpoint)
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=password&client_id=andon-cli&username=" + person + "&password=demo"))
                .build());
        if (answer.statusCode() != 200) {
            throw new Refused("the issuer gives " + person + " no token: " + answer.body());
        }
        return parse(answer.body()).path("access_token").asText();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refused(request.uri() + " does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }

    private HttpRequest.BodyPublisher json(Map<String, ?> body) {
        try {
            return BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new Refused("an answer is not JSON: " + body);
        }
    }

    /** The API said no, or nothing at all; the message says to what. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
