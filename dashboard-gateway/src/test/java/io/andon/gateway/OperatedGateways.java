package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** An operator with Kafka's own tool, and gateways as processes; each test has a group and tenants of its own. */
abstract class OperatedGateways {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String TYPE = "production:changed";
    private static final Backends BACKENDS = new Backends();

    private static Map<String, String> settings = Map.of();

    final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 8);
    final int partition = partition(tenant);
    final ConsumerGroups operator = new ConsumerGroups("replay-" + tenant);
    final TestRecords records = new TestRecords();
    final Admin admin = Backends.admin();
    final List<AutoCloseable> open = new ArrayList<>();

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
        admin.close();
    }

    static int partition(String tenant) {
        return Utils.toPositive(Utils.murmur2(tenant.getBytes(StandardCharsets.UTF_8))) % Backends.PARTITIONS;
    }

    GatewayProcess launch(int rate, String... more) {
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

    SseClient connect(GatewayProcess gateway, String ofTenant, String path, String... headers) {
        URI url = gateway.address().resolve(path);
        String token = Backends.issuer().token(ofTenant, List.of("viewer"), Duration.ofMinutes(5));
        SseClient client = Awaitility.await()
                .atMost(GatewayProcess.START)
                .until(() -> SseClient.open(url, token, headers), SseClient::isReady);
        open.add(client);
        client.await("system.ready");
        return client;
    }

    SseClient connect(GatewayProcess gateway) {
        return connect(gateway, tenant, "/events");
    }

    /** Sets the group back, once a gateway has set it up: what is committed before is not taken for an operator's. */
    void reset(String... to) {
        Awaitility.await().atMost(PATIENCE).until(() -> committed().isPresent());
        operator.reset(Topics.WORKORDER_EVENTS + ":" + partition, to);
    }

    private Optional<Long> committed() throws ExecutionException, InterruptedException {
        return Optional.ofNullable(admin.listConsumerGroupOffsets(operator.group())
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .get(partition()))
                .map(OffsetAndMetadata::offset);
    }

    /** What the tool would say now: a replay may be over before the tool has started. */
    long lagNow() throws ExecutionException, InterruptedException {
        long committed = committed().orElseThrow();
        ListOffsetsResult ends = admin.listOffsets(Map.of(partition(), OffsetSpec.latest()));
        return ends.partitionResult(partition()).get().offset() - committed;
    }

    TopicPartition partition() {
        return new TopicPartition(Topics.WORKORDER_EVENTS, partition);
    }

    void send(int from, int to) {
        IntStream.range(from, to)
                .forEach(i -> records.send(Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"i\":" + i + "}"));
    }

    /** The events that were shown again, up to one of them; what else came is left in {@code live}. */
    static List<Integer> replayedUpTo(SseClient client, int last, List<SseEvent> live) {
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

    static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
