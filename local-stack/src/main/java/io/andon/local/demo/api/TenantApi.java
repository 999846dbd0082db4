package io.andon.local.demo.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The API for one tenant, for one thread: what is asked for one after the other happens in that order. */
public final class TenantApi {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Endpoints endpoints;
    private final String tenant;
    private final PatientHttp http;
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private int requests;

    public TenantApi(Endpoints endpoints, String tenant, Patience patience) {
        this.endpoints = endpoints;
        this.tenant = tenant;
        this.http = new PatientHttp(patience);
    }

    /** @throws Refused if it is not carried out */
    public JsonNode post(Request request) {
        return accepted(request.by(), request.path(), builder -> builder.header("Idempotency-Key", request.key())
                .POST(body(request.body())));
    }

    /** @throws Refused if it is not carried out */
    public JsonNode put(Role by, String path, Map<String, ?> body) {
        return accepted(by, path, builder -> builder.PUT(body(body)));
    }

    /** @throws Refused if there is no answer to it */
    public JsonNode get(String path) {
        return accepted(Role.VIEWER, path, HttpRequest.Builder::GET);
    }

    /** Empty where there is nothing at {@code path}. */
    public Optional<JsonNode> find(String path) {
        HttpResponse<String> answer = send(Role.VIEWER, path, HttpRequest.Builder::GET);
        return answer.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(requireAccepted(Role.VIEWER, path, answer));
    }

    /** How many requests it took so far. */
    public int requests() {
        return requests;
    }

    public String tenant() {
        return tenant;
    }

    private interface Method {
        HttpRequest.Builder on(HttpRequest.Builder request);
    }

    private JsonNode accepted(Role by, String path, Method method) {
        return requireAccepted(by, path, send(by, path, method));
    }

    private JsonNode requireAccepted(Role by, String path, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            int status = answer.statusCode();
            throw new Refused(
                    status, path + " as " + by.personOf(tenant) + " answered " + status + " " + answer.body());
        }
        return parse(answer.body());
    }

    /** Sends it with a token that may have expired meanwhile, then with a new one. */
    private HttpResponse<String> send(Role by, String path, Method method) {
        requests++;
        HttpResponse<String> answer = http.send(request(by, path, method));
        if (answer.statusCode() != UNAUTHORIZED) {
            return answer;
        }
        tokens.remove(by);
        return http.send(request(by, path, method));
    }

    private HttpRequest request(Role by, String path, Method method) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoints.gateway().resolve(path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(by, this::token))
                .header("Content-Type", "application/json");
        return method.on(request).build();
    }

    private String token(Role role) {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(endpoints.token())
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=password&client_id=andon-cli&username=" + role.personOf(tenant) + "&password=demo"))
                .build());
        if (answer.statusCode() != 200) {
            throw new Refused("the issuer gives " + role.personOf(tenant) + " no token: " + answer.body());
        }
        return parse(answer.body()).path("access_token").asText();
    }

    private BodyPublisher body(Map<String, ?> body) {
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
}
