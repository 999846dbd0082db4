package io.andon.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.andon.events.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events carry the time at which they were made: one that was made after a token's end betrays a stream that went on. */
@QuarkusTest
class ExpiryIT extends GatewayIT {

    private static final Duration EVENT_INTERVAL = Duration.ofMillis(30);
    private static final Duration SHORT = Duration.ofSeconds(6);
    private static final String PAD = "x".repeat(40_000);

    @Inject
    MeterRegistry meters;

    private final ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger made = new AtomicInteger();

    @AfterEach
    void stopLoad() {
        load.shutdownNow();
    }

    private void startLoad() {
        load.scheduleAtFixedRate(
                () -> records.send(
                        Topics.WORKORDER_EVENTS,
                        tenant,
                        TYPE,
                        "{\"i\":%d,\"madeAt\":%d}".formatted(made.getAndIncrement(), System.currentTimeMillis())),
                0,
                EVENT_INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private String shortToken() {
        return Backends.issuer().token(tenant, List.of("viewer"), SHORT);
    }

    private double endedByTheirTokens() {
        return meters.counter("andon.sse.connections.closed", "reason", "token-expired")
                .count();
    }

    private static Instant end(String token) {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        return Instant.ofEpochSecond(new JsonObject(claims).getLong("exp"));
    }

    /** Reads a stream to its end, as a client of that version. */
    private List<SseEvent> readToTheEnd(HttpClient.Version version, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url("/events"))
                .version(version)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(response.version()).isEqualTo(version);
        List<SseEvent> events = new ArrayList<>();
        String id = "";
        try (Stream<String> lines = response.body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    JsonObject data = new JsonObject(line.substring(6));
                    events.add(new SseEvent(id, data.getString("type"), data.encode()));
                }
            }
        }
        return events;
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void nothingIsSentAfterItAndTheNextTokenGoesOnWithoutALoss(HttpClient.Version version) throws Exception {
        SseClient observer = subscribe();
        startLoad();
        String token = shortToken();

        List<SseEvent> events = readToTheEnd(version, token);
        long longAfter = end(token).plusSeconds(1).toEpochMilli();
        observer.await(event -> event.type().equals(TYPE) && event.payload().getLong("madeAt") > longAfter);

        SseEvent bye = events.remove(events.size() - 1);
        assertThat(bye.payload().getString("reason")).isEqualTo("token-expired");
        String lastId = events.get(events.size() - 1).id();
        events.removeIf(SseEvent::isSystem);
        assertThat(events).isNotEmpty().allSatisfy(event -> assertThat(
                        event.payload().getLong("madeAt"))
                .isLessThan(end(token).toEpochMilli()));
        SseClient next = subscribe("Last-Event-ID: " + lastId);
        int last = made.get() + 1;
        events.addAll(next.upTo("\"i\":" + last + ","));
        assertThat(numbers(events))
                .containsExactlyElementsOf(IntStream.rangeClosed(numbers(events).get(0), last)
                        .boxed()
                        .toList());
    }

    /** 4 MB are owed; what a client that did not read has in its own 4 KB, and on the way there, it may still read. */
    @Test
    void endsAHistoryThatIsStillBeingSent() {
        Instant before = Instant.now().minusSeconds(1);
        SseClient observer = subscribe();
        for (int i = 0; i < 100; i++) {
            records.send(Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"i\":" + i + ",\"pad\":\"" + PAD + "\"}");
            observer.upTo("\"i\":" + i + ",");
        }
        double endedBefore = endedByTheirTokens();

        SseClient slow = keep(SseClient.connect(url("/events?since=" + before), shortToken()));

        Awaitility.await().atMost(PATIENCE).until(() -> endedByTheirTokens() > endedBefore);
        Awaitility.await().atMost(PATIENCE).until(() -> connections() == 1);
        slow.startReading();
        List<SseEvent> seen = slow.untilEnd();
        seen.removeIf(SseEvent::isSystem);
        assertThat(seen).hasSizeLessThan(10);
    }

    @Test
    void aTokenWithoutAnEndOpensNoStream() {
        given().auth()
                .oauth2(Backends.issuer().tokenWithoutEnd(tenant, List.of("viewer")))
                .accept("text/event-stream")
                .get("/events")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
    }
}
