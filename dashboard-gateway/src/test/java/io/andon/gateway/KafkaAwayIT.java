package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.andon.events.Topics;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kafka is away for a minute: longer than every timeout of its clients by default but the producer's. */
class KafkaAwayIT extends ProcessIT {

    private static final String TENANT = "kafka-away";
    private static final String TYPE = "production:changed";
    private static final int HEARTBEATS = 40;

    /** The heartbeats are the clock of this test: forty of them, one every 1.5 s. */
    @Test
    void streamsStayOpenForAMinuteAndThenMissNothing() {
        try (GatewayProcess gateway = launch("andon.stream.heartbeat=1500ms", "andon.intake.check-timeout=2s");
                SseClient client = connect(gateway.address(), TENANT)) {
            client.await("system.ready");
            String position;
            try (TestRecords records = new TestRecords()) {
                send(records, 0, 10);
                position = last(client, 9).id();
                send(records, 10, 20);
                last(client, 19);
            }

            Backends.stopBroker();
            try {
                assertThat(client.await("system.degraded").payload().getBoolean("degraded"))
                        .isTrue();
                try (SseClient newcomer = connect(gateway.address(), TENANT, "Last-Event-ID: " + position)) {
                    List<SseEvent> begin = newcomer.await(event -> event.data().contains("\"i\":19}"));
                    assertThat(begin).extracting(SseEvent::type).contains("system.ready", "system.degraded");
                    assertThat(begin.stream().filter(event -> !event.isSystem()))
                            .hasSize(10);
                    for (int beat = 0; beat < HEARTBEATS; beat++) {
                        client.await("system.heartbeat");
                        newcomer.await("system.heartbeat");
                        assertThat(gateway.isReady()).isTrue();
                    }
                }
                assertThat(gateway.meter("andon_intake_lag_seconds")).isGreaterThan(HEARTBEATS);
            } finally {
                Backends.startBrokerAgain();
            }

            assertThat(client.await("system.degraded").payload().getBoolean("degraded"))
                    .isFalse();
            try (TestRecords records = new TestRecords()) {
                send(records, 20, 30);
            }
            assertThat(GatewayIT.numbers(client.upTo("\"i\":29}"))).hasSize(10).isSorted();
            await().atMost(Duration.ofSeconds(10)).until(() -> gateway.meter("andon_intake_lag_seconds") == 0);
        }
    }

    private static void send(TestRecords records, int from, int to) {
        for (int i = from; i < to; i++) {
            records.send(Topics.WORKORDER_EVENTS, TENANT, TYPE, "{\"i\":" + i + "}");
        }
    }

    private static SseEvent last(SseClient client, int number) {
        return client.await(event -> event.data().contains("\"i\":" + number + "}"))
                .get(0);
    }
}
