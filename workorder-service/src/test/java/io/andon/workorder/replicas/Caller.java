package io.andon.workorder.replicas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * One client's requests. Each goes to either replica and, where that one is gone, with the same key to the other until
 * somebody answers; now and then an answered one is sent once more, and has to get the same answer. Used by one thread.
 */
final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5_000;
    private static final int REPEAT_ONE_IN = 4;
    private static final List<Integer> EXPECTED = List.of(200, 201, 409);

    private final Plant plant;
    private final Shop shop;
    private final Random random;

    Caller(Plant plant, Shop shop, Random random) {
        this.plant = plant;
        this.shop = shop;
        this.random = random;
    }

    /** What the service said. */
    record Reply(int status, String text) {

        boolean isDone() {
            return status < 300;
        }

        String at(String field) {
            try {
                JsonNode value = JSON.readTree(text).path(field);
                return value.isNull() ? "" : value.asText();
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Reply post(String role, String path, Map<String, ?> body) {
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        int replica = random.nextInt(Plant.REPLICAS);
        Reply reply = untilAnswered(replica, role, path, key, body);
        if (!EXPECTED.contains(reply.status())) {
            shop.complaints().add(path + " → " + reply);
        }
        if (reply.isDone()) {
            for (String field : List.of("movementId", "issueMovementId", "receiveMovementId")) {
                if (!reply.at(field).isEmpty()) {
                    shop.movements().add(reply.at(field));
                }
            }
            if (random.nextInt(REPEAT_ONE_IN) == 0) {
                Reply again = untilAnswered(Plant.REPLICAS - 1 - replica, role, path, key, body);
                if (!again.equals(reply)) {
                    shop.complaints().add(path + " repeated: " + reply + " then " + again);
                }
            }
        }
        return reply;
    }

    private Reply untilAnswered(int replica, String role, String path, String key, Map<String, ?> body) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return send((replica + attempt) % Plant.REPLICAS, role, path, key, JSON.writeValueAsString(body));
            } catch (IOException gone) {
                // Killed, or not up again yet: whether it was carried out is what the next answer tells.
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("nobody answered " + path);
    }

    private Reply send(int replica, String role, String path, String key, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(plant.address(replica) + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + shop.factory().token(role))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
        var response = HTTP.send(request, BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body());
    }
}
