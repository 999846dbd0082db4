package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Clients that take nothing more, for which so little waits that the gateway itself sees nothing wrong with them. */
class VanishedClientsIT extends ProcessIT {

    private static final String TENANT = "vanished";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PAD = "x".repeat(40_000);
    private static final int EVENTS = 5;
    private static final String SAYS_SO = "io.andon.gateway.stream.SocketDeadline";

    /**
     * To the system, a client that reads nothing and one whose network is gone are the same: neither acknowledges what is
     * sent. With so large a bound, no client is ever slow for the gateway.
     */
    @Test
    @EnabledOnOs(OS.LINUX)
    void areFoundByTheSystem() {
        try (GatewayProcess gateway = launch(
                        "andon.stream.max-queue=64M",
                        "andon.stream.max-stall=1s",
                        "andon.stream.max-unacknowledged=2s");
                SseClient bystander = connect(gateway.address(), TENANT);
                SseClient vanished = SseClient.connect(gateway.address().resolve("/events"), token(TENANT));
                TestRecords records = new TestRecords()) {
            Awaitility.await().atMost(PATIENCE).until(() -> gateway.meter("andon_sse_connections") == 2);
            for (int i = 0; i < EVENTS; i++) {
                records.send(
                        Topics.WORKORDER_EVENTS,
                        TENANT,
                        "production:changed",
                        "{\"i\":" + i + ",\"pad\":\"" + PAD + "\"}");
            }

            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> gateway.meter("andon_sse_connections_closed_total", "\"stalled\"") == 1);

            assertThat(gateway.meter("andon_sse_connections")).isOne();
            records.send(Topics.WORKORDER_EVENTS, TENANT, "production:changed", "{\"i\":" + EVENTS + "}");
            assertThat(bystander.upTo("\"i\":" + EVENTS)).hasSize(EVENTS + 1);
            assertThat(gateway.log()).doesNotContain("WARN", "ERROR", SAYS_SO);
        }
    }

    /** As on other systems than Linux, and where the system's library is not the one that Netty's is made for. */
    @Test
    void areLeftToTheSystemsPatienceWhereItsSocketsKnowNoDeadline() {
        try (GatewayProcess gateway =
                        launch("io.netty.transport.noNative=true", "quarkus.log.console.json.enabled=true");
                SseClient client = connect(gateway.address(), TENANT)) {
            client.await("system.ready");
            assertThat(gateway.log().lines().map(JsonObject::new))
                    .filteredOn(entry -> SAYS_SO.equals(entry.getString("loggerName")))
                    .extracting(entry -> entry.getString("level"))
                    .containsExactly("INFO");
        }
    }
}
