package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A gateway with a key of its own, at which browsers speak HTTP/2. */
class SecureGatewayIT extends ProcessIT {

    private static final String PAD = "x".repeat(40_000);
    private static final int LARGE_EVENTS = 10;
    private static final int MAX_QUEUE = 64 * 1024;

    /** Of heartbeats, these come within some ten seconds. */
    private static final int MOST_LINES = 50;

    private static final String PASSWORD = "secret";

    private static Path keys;
    private static GatewayProcess gateway;

    private final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 8);
    private final TestRecords records = new TestRecords();

    @BeforeAll
    static void launchGateway() throws IOException, InterruptedException {
        keys = keyStore();
        gateway = launch(
                "quarkus.http.ssl.certificate.key-store-file=" + keys,
                "quarkus.http.ssl.certificate.key-store-password=" + PASSWORD,
                "quarkus.http.ssl-port=0",
                "andon.stream.max-stall=2s",
                "andon.stream.heartbeat=1s",
                "andon.stream.max-queue=" + MAX_QUEUE);
        connect(gateway.address(), "probe").close();
    }

    private static Path keyStore() throws IOException, InterruptedException {
        Path store = Files.createTempDirectory("andon-keys").resolve("gateway.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options =
                "-genkeypair -alias gateway -keyalg EC -dname CN=localhost -ext SAN=dns:localhost -storetype PKCS12 -storepass "
                        + PASSWORD;
        Stream<String> command = Stream.concat(Stream.of(keytool), Stream.of(options.split(" ")));
        Process process = new ProcessBuilder(Stream.concat(command, Stream.of("-keystore", store.toString()))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return store;
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    @AfterEach
    void closeRecords() {
        records.close();
    }

    @Test
    void theProtocolIsChosenInTheHandshake() {
        try (Http2Client client = new Http2Client(gateway.secureAddress())) {
            Http2Stream stream = client.open(token(tenant));
            stream.await("system.ready");

            send(1, "");

            assertThat(stream.upTo("\"i\":1,")).hasSize(1);
            assertThat(stream.response().version()).isEqualTo(HttpVersion.HTTP_2);
            assertThat(client.connections()).singleElement().matches(HttpConnection::isSsl);
        }
    }

    @Test
    void whoDoesNotSpeakHttp2GetsHttp1() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "https://localhost:" + gateway.secureAddress().getPort() + "/events"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token(tenant))
                .build();
        HttpClient client =
                HttpClient.newBuilder().sslContext(trustingTheGateway()).build();

        HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());

        try (Stream<String> lines = response.body()) {
            send(1, "");
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(lines.limit(MOST_LINES)).anyMatch(line -> line.contains("\"i\":1,"));
        }
    }

    private static SSLContext trustingTheGateway() throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** 400 KB: more than a stream's window and what the gateway holds. */
    @Test
    void ofAConnectionTheStreamAloneIsCutOffThatIsNotRead() {
        try (Http2Client client = new Http2Client(gateway.secureAddress())) {
            Http2Stream stalled = client.openWithoutReading(token(tenant));
            Http2Stream other = client.open(token(tenant));
            other.await("system.ready");

            for (int i = 0; i < LARGE_EVENTS; i++) {
                send(i, PAD);
                assertThat(other.upTo("\"i\":" + i + ",")).hasSize(1);
            }

            assertThat(gateway.meter("andon_sse_queue_bytes")).isLessThanOrEqualTo(MAX_QUEUE);
            stalled.awaitReset();
            assertThat(gateway.meter("andon_sse_connections_closed_total", "\"stalled\""))
                    .isOne();
            assertThat(gateway.meter("andon_sse_queue_bytes")).isZero();
            send(LARGE_EVENTS, "");
            assertThat(other.upTo("\"i\":" + LARGE_EVENTS)).hasSize(1);
            assertThat(client.goAway()).isNotDone();
            assertThat(client.connections()).hasSize(1);
        }
    }

    private void send(int number, String padding) {
        String json = "{\"i\":" + number + ",\"pad\":\"" + padding + "\"}";
        records.send(Topics.WORKORDER_EVENTS, tenant, "production:changed", json);
    }
}
