package io.andon.gateway;

import static io.restassured.RestAssured.given;

import io.andon.events.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the running gateway share. Each test has tenants of its own, so that none sees another's events. */
@QuarkusTestResource(Backends.class)
abstract class GatewayIT {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final String TYPE = "production:changed";

    @TestHTTPResource("/")
    URI gateway;

    final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 8);
    final TestRecords records = new TestRecords();
    private final List<SseClient> clients = new ArrayList<>();

    @BeforeEach
    void awaitReadiness() {
        Awaitility.await().atMost(GatewayProcess.START).until(() -> {
            try (SseClient probe = SseClient.open(url("/events"), token("probe"))) {
                return probe.next().type().equals("system.ready");
            }
        });
    }

    @AfterEach
    void closeClients() {
        clients.forEach(SseClient::close);
        records.close();
    }

    String token(String ofTenant) {
        return Backends.issuer().token(ofTenant, List.of("viewer"), Duration.ofMinutes(5));
    }

    URI url(String path) {
        return gateway.resolve(path);
    }

    /** A subscriber of the test's tenant that has been told that it is ready. */
    SseClient subscribe(String... headers) {
        return subscribeTo("/events", tenant, headers);
    }

    SseClient subscribeTo(String path, String ofTenant, String... headers) {
        SseClient client = keep(SseClient.open(url(path), token(ofTenant), headers));
        client.await("system.ready");
        return client;
    }

    SseClient keep(SseClient client) {
        clients.add(client);
        return client;
    }

    /** Sends events numbered from {@code from}, below {@code to}. */
    void sendNumbered(int from, int to) {
        for (int i = from; i < to; i++) {
            records.send(Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"i\":" + i + "}");
        }
    }

    /** How many streams the test's tenant has open. */
    int connections() {
        return given().auth()
                .oauth2(token(tenant))
                .get("/events/stats")
                .then()
                .statusCode(200)
                .extract()
                .path("connections");
    }

    static List<Integer> numbers(List<SseEvent> events) {
        return events.stream()
                .filter(event -> !event.isSystem())
                .map(event -> event.payload().getInteger("i"))
                .toList();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
