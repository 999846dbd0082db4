package io.andon.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What the tests of packaged gateways share: the backends around them. */
abstract class ProcessIT {

    private static final Backends BACKENDS = new Backends();

    private static Map<String, String> settings = Map.of();

    @BeforeAll
    static void startBackends() {
        settings = BACKENDS.start();
    }

    @AfterAll
    static void stopBackends() {
        BACKENDS.stop();
    }

    static GatewayProcess launch(String... more) {
        return GatewayProcess.launch(withBackends(more));
    }

    static String[] withBackends(String... more) {
        Stream<String> backends = Stream.of("kafka.bootstrap.servers", "quarkus.oidc.auth-server-url")
                .map(key -> key + "=" + settings.get(key));
        return Stream.concat(backends, Stream.of(more)).toArray(String[]::new);
    }

    /** Repeats what a browser does while a gateway starts: it is refused softly and comes back. */
    static SseClient connect(URI address, String tenant, String... headers) {
        String token = token(tenant);
        return Awaitility.await()
                .atMost(GatewayProcess.START)
                .until(() -> SseClient.open(address.resolve("/events"), token, headers), client -> client.isReady());
    }

    static String token(String tenant) {
        return Backends.issuer().token(tenant, List.of("viewer"), Duration.ofMinutes(5));
    }
}
