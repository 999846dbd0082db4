package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator with Kafka's own tool, and gateways as processes; each test has a group and tenants of its own. */
class OperatorReplayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TYPE = "production:changed";
    private static final Backends BACKENDS = new Backends();

    private static Map<String, String> settings = Map.of();

    private final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 8);
    private final int partition = partition(tenant);
    private final ConsumerGroups operator = new ConsumerGroups("replay-" + tenant);
    private final TestRecords records = new TestRecords();
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void startBackends() {
        settings = BACKENDS.start();
    }

    @AfterAll
    static void stopBackends() {
        BACKENDS.stop();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        records.close();
    }

    private static int partition(String tenant) {
        return Utils.toPositive(Utils.murmur2(tenant.getBytes(StandardCharsets.UTF_8))) % Backends.PARTITIONS;
    }

    private GatewayProcess launch(int rate, String... more) {
        Stream<String> own = Stream.of(
                "kafka.bootstrap.servers=" + settings.get("kafka.bootstrap.servers"),
                "quarkus.oidc.auth-server-url=" + settings.get("quarkus.oidc.auth-server-url"),
                "andon.replay.group=" + operator.group(),
                "andon.replay.rate=" + rate,
                "andon.replay.check-interval=200ms",
                "andon.replay.start-delay=1s");
        GatewayProcess gateway =
                GatewayProcess.launch(Stream.concat(own, Stream.of(more)).toArray(String[]::new));
        open.add(gateway);
        return gateway;
    }

    private SseClient connect(GatewayProcess gateway, String ofTenant, String path, String... headers) {
        URI url = gateway.address().resolve(path);
        String token = Backends.issuer().token(ofTenant, List.of("viewer"), Duration.ofMinutes(5));
        SseClient client = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> SseClient.open(url, token, headers), SseClient::isReady);
        open.add(client);
        client.await("system.ready");
        return client;
    }

    private SseClient connect(GatewayProcess gateway) {
        return connect(gateway, tenant, "/events");
    }

    private void send(int from, int to) {
        IntStream.range(from, to)
                .forEach(i -> records.send(Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"i\":" + i + "}"));
    }

    /** The events that were shown again, up to one of them; what else came is left in {@code live}. */
    private static List<Integer> replayedUpTo(SseClient client, int last, List<SseEvent> live) {
        List<Integer> replayed = new ArrayList<>();
        while (replayed.isEmpty() || replayed.get(replayed.size() - 1) != last) {
            SseEvent event = client.nextOfTenant();
            if (event.data().contains("\"replayed\":true")) {
                assertThat(event.id()).isEmpty();
                replayed.add(event.payload().getInteger("i"));
            } else {
                live.add(event);
            }
        }
        return replayed;
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test
    void everyInstanceShowsAgainWhatIsWishedForAndTheLagIsTheProgress() {
        GatewayProcess one = launch(15);
        GatewayProcess two = launch(15);
        String neighbour = Stream.iterate(0, i -> i + 1)
                .map(i -> tenant + "-" + i)
                .filter(name -> partition(name) == partition)
                .findFirst()
                .orElseThrow();
        SseClient ofOne = connect(one);
        SseClient ofTwo = connect(two);
        SseClient ofNeighbour = connect(two, neighbour, "/events");
        SseClient choosy = connect(one, tenant, "/events?types=metrics:updated");
        long before = records.send(Topics.WORKORDER_EVENTS, neighbour, TYPE, "{\"i\":0}")
                .offset();
        ProducerRecord<byte[], byte[]> first = TestRecords.record(Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"i\":0}");
        records.send(first);
        send(1, 100);
        List<SseEvent> sent = ofOne.upTo("\"i\":99");
        String lastId = sent.get(sent.size() - 1).id();
        ofTwo.upTo("\"i\":99");
        ofNeighbour.upTo("\"i\":0");

        operator.reset(Topics.WORKORDER_EVENTS + ":" + partition, "--to-offset", Long.toString(before));
        ofTwo.await(event -> event.data().contains("\"replayed\":true"));
        send(100, 110);
        assertThat(operator.lag(Topics.WORKORDER_EVENTS, partition)).isBetween(1L, 110L);

        List<SseEvent> live = new ArrayList<>();
        assertThat(replayedUpTo(ofOne, 99, live)).isEqualTo(numbers(0, 100));
        assertThat(live).extracting(event -> event.payload().getInteger("i")).isEqualTo(numbers(100, 110));
        assertThat(live).extracting(SseEvent::id).doesNotContain("");
        assertThat(replayedUpTo(ofTwo, 99, new ArrayList<>())).isEqualTo(numbers(1, 100));
        assertThat(replayedUpTo(ofNeighbour, 0, new ArrayList<>())).containsExactly(0);
        Awaitility.await().atMost(PATIENCE).until(() -> operator.lag(Topics.WORKORDER_EVENTS, partition) == 0);

        // A record that is sent again by hand is an event like any other.
        records.send(first);
        for (SseClient client : List.of(ofOne, ofTwo)) {
            SseEvent again = client.nextOfTenant();
            assertThat(again.data()).contains("\"i\":0}").doesNotContain("replayed");
            assertThat(again.id()).isNotEmpty();
        }
        SseClient resumed = connect(one, tenant, "/events", "Last-Event-ID: " + lastId);
        assertThat(resumed.upTo("\"i\":0}"))
                .noneMatch(event -> event.data().contains("replayed"))
                .extracting(event -> event.payload().getInteger("i"))
                .isEqualTo(
                        Stream.concat(numbers(100, 110).stream(), Stream.of(0)).toList());
        records.send(Topics.METRICS_EVENTS, tenant, "metrics:updated", "{\"barrier\":true}");
        assertThat(choosy.upTo("barrier")).hasSize(1);
    }

    @Test
    void aRestartGoesOnInTheMiddleAndRepeatsNothing() {
        String topic = Topics.WORKORDER_EVENTS + ":" + partition;
        List<Integer> seen;
        try (GatewayProcess gateway = launch(20, "andon.replay.rest-interval=1s");
                SseClient client = connect(gateway)) {
            send(0, 120);
            client.upTo("\"i\":119");
            Awaitility.await().atMost(PATIENCE).until(() -> operator.lag(Topics.WORKORDER_EVENTS, partition) == 0);
            operator.reset(topic, "--shift-by", "-120");
            seen = replayedUpTo(client, 30, new ArrayList<>());
            gateway.terminate();
            client.await(event -> event.type().equals("system.bye")).stream()
                    .filter(event -> event.data().contains("\"replayed\":true"))
                    .map(event -> event.payload().getInteger("i"))
                    .forEach(seen::add);
            gateway.exitCode();
        }
        try (GatewayProcess gateway = launch(1000);
                SseClient client = connect(gateway)) {
            List<Integer> rest = replayedUpTo(client, 119, new ArrayList<>());
            assertThat(Stream.of(seen, rest).flatMap(List::stream)).isEqualTo(numbers(0, 120));
            Awaitility.await().atMost(PATIENCE).until(() -> operator.lag(Topics.WORKORDER_EVENTS, partition) == 0);
            gateway.kill();
        }
        GatewayProcess gateway = launch(1000);
        SseClient client = connect(gateway);
        operator.reset(topic, "--shift-by", "-1");
        assertThat(replayedUpTo(client, 119, new ArrayList<>())).containsExactly(119);
    }

    /** Each record has a kilobyte, so that all of them together would not fit into the gateway's memory. */
    @Test
    void aHundredThousandRecordsPassByWhileLiveEventsFlow() {
        int many = 100_000;
        String padding = "x".repeat(1000);
        records.sendAll(IntStream.range(0, many)
                .mapToObj(i -> TestRecords.record(
                        Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"i\":" + i + ",\"p\":\"" + padding + "\"}")));
        GatewayProcess gateway = launch(20_000, "andon.stream.max-queue=8M");
        SseClient client = connect(gateway);

        operator.reset(Topics.WORKORDER_EVENTS + ":" + partition, "--to-earliest");
        LiveTraffic traffic = new LiveTraffic(records, tenant);
        open.add(traffic);
        int next = 0;
        List<Integer> live = new ArrayList<>();
        while (next < many) {
            SseEvent event = client.nextOfTenant();
            if (event.data().contains("\"replayed\":true")) {
                assertThat(event.data()).contains("\"data\":{\"i\":" + next + ",");
                next++;
            } else {
                live.add(event.payload().getInteger("i"));
            }
        }
        int sent = traffic.end();
        while (live.size() < sent) {
            live.add(client.nextOfTenant().payload().getInteger("i"));
        }

        assertThat(live).isEqualTo(numbers(0, sent));
        assertThat(gateway.log()).doesNotContain("OutOfMemory", "ERROR");
    }
}
