package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GatewayProcessIT extends ProcessIT {

    private static final String TENANT = "process-test";

    @Test
    void startsWithoutAWarningAndSaysGoodByeWhenItIsTerminated() {
        try (GatewayProcess gateway = launch();
                SseClient client = connect(gateway.address(), TENANT);
                Http2Client overHttp2 = new Http2Client(gateway.address())) {
            client.await("system.ready");
            List<Http2Stream> streams = Stream.generate(() -> overHttp2.open(token(TENANT)))
                    .limit(3)
                    .toList();
            streams.forEach(stream -> stream.await("system.ready"));

            gateway.terminate();

            SseEvent bye = client.await("system.bye");
            assertThat(bye.payload().getString("reason")).isEqualTo("shutdown");
            assertThat(bye.payload().getInteger("retryMs")).isBetween(1000, 3000);
            client.awaitEnd();
            streams.forEach(stream -> {
                assertThat(stream.await("system.bye").payload().getString("reason"))
                        .isEqualTo("shutdown");
                stream.awaitEnd();
            });
            assertThat(overHttp2.goAway().join().getErrorCode()).isZero();
            assertThat(gateway.exitCode()).isEqualTo(143);
            assertThat(gateway.log()).contains("Streams are closed").doesNotContain("WARN", "ERROR", "by force");
        }
    }

    @Test
    void aClientOfAGatewayThatWasKilledMissesNothing() {
        String position;
        try (TestRecords records = new TestRecords()) {
            try (GatewayProcess gateway = launch();
                    SseClient client = connect(gateway.address(), TENANT)) {
                client.await("system.ready");
                records.send(Topics.WORKORDER_EVENTS, TENANT, "production:changed", "{\"i\":1}");
                records.send(Topics.METRICS_EVENTS, TENANT, "metrics:updated", "{\"i\":2}");
                List<SseEvent> events = client.upTo("\"i\":2");
                position = events.get(events.size() - 1).id();
                gateway.kill();
            }
            records.send(Topics.WORKORDER_EVENTS, TENANT, "production:changed", "{\"i\":3}");
            records.send(Topics.METRICS_EVENTS, TENANT, "metrics:updated", "{\"i\":4}");

            try (GatewayProcess gateway = launch();
                    SseClient client = connect(gateway.address(), TENANT, "Last-Event-ID: " + position)) {
                assertThat(client.await("system.ready").payload().getString("outcome"))
                        .isEqualTo("resumed");
                records.send(Topics.WORKORDER_EVENTS, TENANT, "production:changed", "{\"i\":5}");
                assertThat(client.upTo("\"i\":5"))
                        .extracting(event -> event.payload().getInteger("i"))
                        .containsExactlyInAnyOrder(3, 4, 5);
            }
        }
    }

    @Test
    void logsJsonWhenItIsAskedTo() {
        try (GatewayProcess gateway = launch("quarkus.log.console.json.enabled=true")) {
            gateway.address();

            gateway.terminate();

            assertThat(gateway.exitCode()).isEqualTo(143);
            assertThat(gateway.log().lines().map(JsonObject::new).toList())
                    .extracting(entry -> entry.getString("loggerName"))
                    .contains("io.quarkus", "io.andon.gateway.stream.Drain");
        }
    }

    @Test
    void refusesToStartWithValuesThatCannotWorkAndNamesThem() {
        try (GatewayProcess gateway = GatewayProcess.launch(
                "andon.stream.heartbeat=1ms",
                "andon.stream.max-unacknowledged=5s",
                "andon.proxy.metrics-url=nowhere",
                "andon.access.suspended-tenants=No Tenant",
                "andon.access.query-token=true",
                "quarkus.http.access-log.enabled=true",
                "quarkus.http.access-log.pattern=combined")) {
            assertThat(gateway.exitCode()).isNotZero();
            assertThat(gateway.log())
                    .contains("andon.stream.heartbeat is PT0.001S, but must be from PT0.1S to PT5M")
                    .contains("andon.stream.max-unacknowledged is PT5S, but must be from PT1M to PT2H")
                    .contains("andon.proxy.metrics-url is nowhere, but must be http://host:port")
                    .contains("andon.access.suspended-tenants names No Tenant, but that is no tenant's id")
                    .contains("quarkus.http.access-log.pattern is combined, but would log the tokens");
        }
    }
}
