package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Kafka goes away while a client is on its way from its past to the present. */
class RecoveryOutageIT extends ProcessIT {

    private static final String TENANT = "recovery-outage";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** 16 MB are missed: more than the kernel takes for a client that does not read. */
    private static final int MISSED = 2000;

    private static final String LARGE = "x".repeat(8 * 1024);

    @Test
    void theClientHearsOfItThoughItIsNotLiveYet() {
        try (TestRecords records = new TestRecords();
                GatewayProcess gateway = launch(
                        "andon.window.max-events=20",
                        "andon.recovery.max-stall=5m",
                        "andon.intake.check-interval=200ms",
                        "andon.intake.check-timeout=1s");
                SseClient observer = connect(gateway.address(), TENANT)) {
            observer.await("system.ready");
            String position = new PaddedEvents(records, TENANT, LARGE).firstOf(MISSED, observer);

            try (SseClient late = SseClient.connect(
                    gateway.address().resolve("/events"), token(TENANT), "Last-Event-ID: " + position)) {
                Awaitility.await().atMost(PATIENCE).until(() -> gateway.meter("andon_recovery_records_total") > 0);
                Backends.stopBroker();
                try {
                    observer.await("system.degraded");
                    late.startReading();
                    assertThat(late.await("system.ready").payload().getString("outcome"))
                            .isEqualTo("resumed");
                    assertThat(late.await("system.degraded").payload().getBoolean("degraded"))
                            .isTrue();
                } finally {
                    Backends.startBrokerAgain();
                }
                assertThat(late.await("system.degraded").payload().getBoolean("degraded"))
                        .isFalse();
            }
        }
    }
}
