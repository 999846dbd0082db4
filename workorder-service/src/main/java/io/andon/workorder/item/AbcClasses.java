package io.andon.workorder.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Asks metrics-service which items are in a class. It alone knows: a class follows from all items of a run, and changes
 * without anything being posted. Asked with the caller's own token, it tells nobody what it would not tell them itself.
 */
@ApplicationScoped
class AbcClasses {

    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final int LARGEST_PAGE = 200;
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .build();
    private final MetricsServiceConfig config;
    private final JsonWebToken token;
    private final ObjectMapper json;

    AbcClasses(MetricsServiceConfig config, JsonWebToken token, ObjectMapper json) {
        this.config = config;
        this.token = token;
        this.json = json;
    }

    /**
     * The items of that class in the latest published run; none before there is one.
     *
     * @throws MetricsUnavailable if metrics-service cannot be asked
     */
    List<UUID> items(AbcClass wanted) {
        List<UUID> items = new ArrayList<>();
        String first = "/metrics/abc-classification?class=" + wanted + "&limit=" + LARGEST_PAGE;
        // A cursor stays with the run that its list began with.
        for (String next = first; !next.isEmpty(); ) {
            JsonNode page = ask(next);
            page.path("data")
                    .forEach(row -> items.add(UUID.fromString(row.path("itemId").asText())));
            String cursor = page.path("nextCursor").asText("");
            next = cursor.isEmpty() ? "" : first + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.US_ASCII);
        }
        return items;
    }

    private JsonNode ask(String path) {
        URI address = config.url().resolve(path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TO_ANSWER)
                .header("Authorization", "Bearer " + token.getRawToken())
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new MetricsUnavailable("answered " + answer.statusCode());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new MetricsUnavailable("could not be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MetricsUnavailable("was not waited for");
        }
    }
}
