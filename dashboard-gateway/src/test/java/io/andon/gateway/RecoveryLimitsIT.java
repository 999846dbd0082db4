package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What bounds the reading back: of clients, of records, of Kafka. One client at a time here, and one that waits. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecoveryLimitsIT extends ProcessIT {

    private static final int MISSED = 1500;

    private static final int MOST_RECORDS = 2000;

    /** So much is missed that it does not fit into what the kernel buffers for a client that does not read. */
    private static final String LARGE = "x".repeat(8 * 1024);

    private static GatewayProcess gateway;
    private final TestRecords records = new TestRecords();

    @BeforeAll
    static void launchGateway() {
        gateway = launch(
                "andon.window.max-events=20",
                "andon.recovery.max-concurrent=1",
                "andon.recovery.max-waiting=1",
                "andon.recovery.max-stall=10s",
                // To wait for the stalled one is part of it.
                "andon.recovery.timeout=2m",
                "andon.recovery.max-records=" + MOST_RECORDS,
                "andon.intake.check-interval=200ms",
                "andon.intake.check-timeout=1s");
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    @AfterEach
    void close() {
        records.close();
    }

    /** The position of a client that then misses so many events. */
    private String missing(String tenant, int events, String pad) {
        try (SseClient client = connect(gateway.address(), tenant)) {
            client.await("system.ready");
            return new PaddedEvents(records, tenant, pad).firstOf(events, client);
        }
    }

    private static SseClient resume(String tenant, String position) {
        return SseClient.open(events(), token(tenant), "Last-Event-ID: " + position);
    }

    private static URI events() {
        return gateway.address().resolve("/events");
    }

    private static void assertResync(SseClient client, String reason) {
        assertThat(client.await("system.ready").payload().getString("outcome")).isEqualTo("resync");
        assertThat(client.await("system.resync").payload().getString("reason")).isEqualTo(reason);
    }

    @Test
    @Order(1)
    void aClientThatDoesNotReadHasItsPlaceForAWhileOnly() {
        String tenant = "limits-stalled";
        String position = missing(tenant, MISSED, LARGE);
        String[] lastId = {"Last-Event-ID: " + position};
        // The first scrape of a process is slow: it must not take the time for which the stalled one has its place.
        awaitMeter("andon_recovery_active", 0);

        try (SseClient stalled = SseClient.connect(events(), token(tenant), lastId)) {
            awaitMeter("andon_recovery_active", 1);
            try (SseClient waiting = SseClient.connect(events(), token(tenant), lastId)) {
                awaitMeter("andon_recovery_waiting", 1);
                try (SseClient refused = resume(tenant, position)) {
                    assertResync(refused, "recovery-busy");
                }
                // When the first is cut off, the one that waits gets all of it.
                waiting.startReading();
                assertThat(waiting.await("system.ready").payload().getString("outcome"))
                        .isEqualTo("resumed");
                assertThat(waiting.upTo("\"i\":" + (MISSED - 1) + ","))
                        .extracting(event -> event.payload().getInteger("i"))
                        .containsExactlyElementsOf(
                                IntStream.range(1, MISSED).boxed().toList());
            }
            assertThat(gateway.meter("andon_sse_connections_closed_total", "stalled"))
                    .isEqualTo(1);
        }
        awaitMeter("andon_recovery_active", 0);
    }

    private static void awaitMeter(String name, double value) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> gateway.meter(name) == value);
    }

    @Test
    @Order(2)
    void whoHasMissedMoreThanIsReadForOneClientIsToldToResync() {
        String position = missing("limits-much", MOST_RECORDS + 100, "");

        try (SseClient client = resume("limits-much", position)) {
            assertResync(client, "too-much-missed");
        }
    }

    @Test
    @Order(3)
    void whileKafkaIsAwayWhatTheWindowLacksCannotBeGiven() {
        String position = missing("limits-away", 100, "");

        Backends.stopBroker();
        try (SseClient client = resume("limits-away", position)) {
            // Whether the first of it could be read before Kafka went does not matter.
            assertThat(client.await("system.resync").payload().getString("reason"))
                    .isEqualTo("recovery-failed");
        } finally {
            Backends.startBrokerAgain();
        }

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            try (SseClient client = resume("limits-away", position)) {
                return client.next().payload().getString("outcome").equals("resumed");
            }
        });
    }

    @Test
    @Order(4)
    void aPositionOfATopicThatWasDeletedIsNoneOfTheNewOne() throws ExecutionException, InterruptedException {
        String tenant = "limits-reset";
        String position = missing(tenant, 100, "");

        try (SseClient observer = connect(gateway.address(), tenant);
                Admin admin = Backends.admin()) {
            admin.deleteTopics(List.of(Topics.WORKORDER_EVENTS)).all().get();
            observer.await("system.resync");
            makeAgain(admin);
            missing(tenant, 100, "");
        }

        try (SseClient client = resume(tenant, position)) {
            assertResync(client, "topic-reset");
        }
    }

    /** The new topic has grown past the position: its offset alone would pass for one of the new topic. */
    @Test
    @Order(5)
    void neitherIsItIfTheGatewayWasDownMeanwhile() throws ExecutionException, InterruptedException {
        String tenant = "limits-down";
        PaddedEvents events = new PaddedEvents(records, tenant, "");
        String position = missing(tenant, 2, "");
        gateway.kill();
        try (Admin admin = Backends.admin()) {
            admin.deleteTopics(List.of(Topics.WORKORDER_EVENTS)).all().get();
            makeAgain(admin);
        }
        events.send(0, 200);
        launchGateway();

        String lastId;
        try (SseClient client = connect(gateway.address(), tenant, "Last-Event-ID: " + position)) {
            assertResync(client, "topic-reset");
            events.send(200, 201);
            SseEvent last = client.nextOfTenant();
            assertThat(last.payload().getInteger("i")).isEqualTo(200);
            lastId = last.id();
        }
        events.send(201, 202);
        try (SseClient client = resume(tenant, lastId)) {
            assertThat(client.await("system.ready").payload().getString("outcome"))
                    .isEqualTo("resumed");
            assertThat(client.upTo("\"i\":201,")).hasSize(1);
        }
    }

    private static void makeAgain(Admin admin) {
        NewTopic topic = new NewTopic(Topics.WORKORDER_EVENTS, Backends.PARTITIONS, (short) 1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> admin.createTopics(List.of(topic)).all().get());
    }
}
