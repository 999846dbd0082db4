package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Issuer;
import io.andon.events.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A cluster of two brokers changes under the gateway, or goes on while the gateway stands still. */
class KafkaFaultsIT {

    private static final String TYPE = "production:changed";
    private static final String TOPIC = Topics.WORKORDER_EVENTS;
    private static final String QUIET_EVENTS = "system.heartbeat";

    private static TestCluster cluster;
    private static Issuer issuer;
    private static GatewayProcess gateway;
    private static URI address;

    private final TestRecords records = new TestRecords(cluster.bootstrapServers());
    private final ClusterTopic topic = new ClusterTopic(cluster, TOPIC);
    private final List<SseClient> clients = new ArrayList<>();

    @BeforeAll
    static void start() {
        cluster = TestCluster.start();
        cluster.createTopics();
        issuer = Issuer.start(0);
        gateway = GatewayProcess.launch(
                "kafka.bootstrap.servers=" + cluster.bootstrapServers(),
                "quarkus.oidc.auth-server-url=" + issuer.url(),
                "andon.intake.check-interval=200ms",
                "andon.intake.check-timeout=2s",
                "andon.stream.heartbeat=1500ms");
        address = gateway.address();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        issuer.close();
        cluster.close();
    }

    @AfterEach
    void close() {
        clients.forEach(SseClient::close);
        records.close();
    }

    @Test
    void aLeaderThatMovesIsFollowedWithoutLossAndWithoutAWord() {
        String tenant = topic.tenantOf(1);
        SseClient client = subscribe(tenant);
        send(tenant, 0, 20);

        cluster.stopBroker(TestCluster.SECOND);
        send(tenant, 20, 40);
        cluster.startBroker(TestCluster.SECOND);
        topic.awaitInSync();
        topic.electPreferred(1);
        send(tenant, 40, 60);
        topic.moveTo(1, TestCluster.FIRST);
        send(tenant, 60, 80);
        topic.moveTo(1, TestCluster.SECOND, TestCluster.FIRST);
        send(tenant, 80, 100);

        List<SseEvent> seen = client.await(event -> event.data().contains("\"i\":99"));
        assertThat(seen).extracting(SseEvent::type).isSubsetOf(TYPE, QUIET_EVENTS);
        assertThat(numbers(seen)).containsExactlyElementsOf(range(0, 100));
    }

    @Test
    void aPartitionWithoutALeaderIsSaidToItsTenantsAlone() {
        topic.moveTo(3, TestCluster.SECOND);
        String concerned = topic.tenantOf(3);
        String other = topic.tenantOf(0);
        SseClient client = subscribe(concerned);
        SseClient bystander = subscribe(other);
        send(concerned, 0, 1);
        client.upTo("\"i\":0");

        cluster.stopBroker(TestCluster.SECOND);
        try {
            SseEvent degraded = client.await("system.degraded");
            assertThat(degraded.payload().getString("reason")).isEqualTo("partition-unavailable");
            assertThat(subscribe(concerned).await("system.degraded").payload().getBoolean("degraded"))
                    .isTrue();
        } finally {
            cluster.startBroker(TestCluster.SECOND);
        }

        assertThat(client.await("system.degraded").payload().getBoolean("degraded"))
                .isFalse();
        send(concerned, 1, 10);
        List<SseEvent> after = client.await(event -> event.data().contains("\"i\":9"));
        assertThat(after).extracting(SseEvent::type).isSubsetOf(TYPE, QUIET_EVENTS);
        assertThat(numbers(after)).containsExactlyElementsOf(range(1, 10));
        send(other, 0, 1);
        assertThat(bystander.await(event -> event.data().contains("\"i\":0")))
                .extracting(SseEvent::type)
                .isSubsetOf(TYPE, QUIET_EVENTS);
        topic.moveTo(3, TestCluster.SECOND, TestCluster.FIRST);
    }

    @Test
    void partitionsThatAreAddedAreReadAndStreamsGoOnInThem() {
        int more = topic.partitions() + 3;
        String tenant = topic.tenantThatMoves(more);
        SseClient client = subscribe(tenant);
        RecordMetadata before = send(tenant, 0, 5);
        SseEvent last = client.await(event -> event.data().contains("\"i\":4")).get(0);
        assertThat(last.id()).contains("/" + before.partition() + "@" + before.offset());

        topic.extendTo(more);

        try (TestRecords renewed = new TestRecords(cluster.bootstrapServers())) {
            int partition = renewed.send(TOPIC, tenant, TYPE, "{\"i\":5}").partition();
            assertThat(partition).isEqualTo(ClusterTopic.partitionOf(tenant, more));
            // It lies in a partition that is new: from here on the gateway knows of them all. A producer may not yet.
            client.upTo("\"i\":5");
            byte[] late = "{\"i\":6}".getBytes(StandardCharsets.UTF_8);
            records.send(
                    TestRecords.record(TOPIC, before.partition(), tenant, TestRecords.headers(tenant, TYPE), late));
            assertThat(client.upTo("\"i\":6")).hasSize(1);
            RecordMetadata end = renewed.send(TOPIC, tenant, TYPE, "{\"i\":7}");
            List<SseEvent> after = client.await(event -> event.data().contains("\"i\":7"));
            assertThat(after).extracting(SseEvent::type).isSubsetOf(TYPE, QUIET_EVENTS);
            assertThat(after.get(0).id()).contains("/" + partition + "@" + end.offset());
            assertThat(subscribe(tenant, "Last-Event-ID: " + after.get(0).id())
                            .await(event -> true)
                            .get(0)
                            .type())
                    .isEqualTo(QUIET_EVENTS);
        }
        assertThat(subscribe(tenant, "Last-Event-ID: " + last.id())
                        .await("system.resync")
                        .payload()
                        .getString("reason"))
                .isEqualTo("position-foreign");
    }

    @Test
    void aTopicThatIsMadeAgainIsReadFromItsBeginningAfterAResync() {
        String tenant = topic.tenantOf(2);
        SseClient client = subscribe(tenant);
        send(tenant, 0, 30);
        client.upTo("\"i\":29");

        topic.deleteAndMakeAgain();
        send(tenant, 100, 110);

        List<SseEvent> seen = client.await(event -> event.data().contains("\"i\":109"));
        List<SseEvent> ordered =
                Stream.concat(seen.stream().skip(1), seen.stream().limit(1)).toList();
        int resync = ordered.stream().map(SseEvent::type).toList().lastIndexOf("system.resync");
        assertThat(ordered.get(resync).payload().getString("reason")).isEqualTo("topic-reset");
        assertThat(GatewayIT.numbers(ordered.subList(resync + 1, ordered.size())))
                .containsExactlyElementsOf(range(100, 110));
        assertThat(seen.get(0).id()).contains("@9");
    }

    @Test
    void aGatewayThatStoodStillGoesOnWhereItWas() {
        String tenant = topic.tenantOf(0);
        SseClient client = subscribe(tenant);
        send(tenant, 0, 10);
        client.upTo("\"i\":9");

        gateway.pause();
        send(tenant, 10, 500);
        longerThanEveryTimeout();
        gateway.goOn();

        List<SseEvent> seen = client.await(event -> event.data().contains("\"i\":499"));
        assertThat(seen).extracting(SseEvent::type).isSubsetOf(TYPE, QUIET_EVENTS);
        assertThat(numbers(seen)).containsExactlyElementsOf(range(10, 500));
    }

    @Test
    void whatRetentionTookFromAGatewayThatStoodStillIsSaid() {
        String tenant = topic.tenantOf(1);
        String neighbour = topic.tenantOf(2);
        SseClient client = subscribe(tenant);
        SseClient bystander = subscribe(neighbour);
        send(tenant, 0, 10);
        client.upTo("\"i\":9");

        gateway.pause();
        send(tenant, 10, 490);
        topic.deleteBefore(send(tenant, 490, 491));
        send(tenant, 491, 500);
        gateway.goOn();

        assertThat(client.await("system.resync").payload().getString("reason")).isEqualTo("topic-reset");
        assertThat(GatewayIT.numbers(client.upTo("\"i\":499"))).containsExactlyElementsOf(range(490, 500));
        send(neighbour, 0, 1);
        // It may well hear that the gateway lost sight of Kafka while it stood still.
        assertThat(bystander.await(event -> event.data().contains("\"i\":0")))
                .extracting(SseEvent::type)
                .doesNotContain("system.resync");
    }

    /** Time itself is what this waits for: the gateway cannot say anything meanwhile. */
    private static void longerThanEveryTimeout() {
        Awaitility.await().pollDelay(Duration.ofSeconds(6)).until(() -> true);
    }

    private SseClient subscribe(String tenant, String... headers) {
        String token = issuer.token(tenant, List.of("viewer"), Duration.ofMinutes(5));
        SseClient client = Awaitility.await()
                .atMost(GatewayProcess.START)
                .until(() -> SseClient.open(address.resolve("/events"), token, headers), SseClient::isReady);
        clients.add(client);
        client.await("system.ready");
        return client;
    }

    private RecordMetadata send(String tenant, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> records.send(TOPIC, tenant, TYPE, "{\"i\":" + i + "}"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** The numbers of the tenant's events in the order they came in; the awaited one is the last, but stands first. */
    private static List<Integer> numbers(List<SseEvent> awaited) {
        return GatewayIT.numbers(
                Stream.concat(awaited.stream().skip(1), awaited.stream().limit(1))
                        .toList());
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
