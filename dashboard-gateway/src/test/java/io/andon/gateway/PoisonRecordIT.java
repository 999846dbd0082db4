package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.CloudEventHeaders;
import io.andon.events.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class PoisonRecordIT extends GatewayIT {

    private static final byte[] GOOD = "{\"good\":1}".getBytes(StandardCharsets.UTF_8);
    private static final int DEAD_LETTER_PARTITIONS = 12;

    /** What is wrong with a record: its headers by tenant, its value, and the reason that is to be given. */
    record Poison(String name, Map<String, String> changedHeaders, byte[] value, String reason) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> poison() {
        byte[] huge = new byte[5 * 1024 * 1024];
        return Stream.of(
                        new Poison("no id", Map.of(CloudEventHeaders.ID, ""), GOOD, "header ce_id is missing"),
                        new Poison("not JSON", Map.of(), "{\"a\":".getBytes(StandardCharsets.UTF_8), "not JSON"),
                        new Poison("UTF-16", Map.of(), "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE), "UTF-8"),
                        new Poison("another tenant", Map.of(CloudEventHeaders.TENANT_ID, "another"), GOOD, "key"),
                        new Poison("no tenant", Map.of(CloudEventHeaders.TENANT_ID, "No Tenant"), GOOD, "ce_tenantid"),
                        new Poison("reserved type", Map.of(CloudEventHeaders.TYPE, "system.bye"), GOOD, "system."),
                        new Poison("line break", Map.of(CloudEventHeaders.TYPE, "a\ndata: b"), GOOD, "control"),
                        new Poison("too large", Map.of(), new byte[300 * 1024], "bytes, more than"),
                        new Poison("5 MB", Map.of(), huge, "bytes, more than"))
                .flatMap(poison -> Topics.DASHBOARD.stream().map(topic -> Arguments.of(topic, poison)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("poison")
    void isKeptAsideAndTheNextGoodRecordGoesThrough(String topic, Poison poison) {
        SseClient client = subscribe();
        Map<String, byte[]> headers = new HashMap<>(TestRecords.headers(tenant, TYPE));
        poison.changedHeaders().forEach((name, text) -> headers.put(name, text.getBytes(StandardCharsets.UTF_8)));

        RecordMetadata bad = records.send(TestRecords.record(topic, null, tenant, headers, poison.value()));
        records.send(topic, tenant, TYPE, "{\"barrier\":true}");

        assertThat(client.upTo("barrier")).hasSize(1);
        ConsumerRecord<byte[], byte[]> letter = deadLetter(bad);
        assertThat(header(letter, "dead-letter-reason")).contains(poison.reason());
        assertThat(header(letter, "dead-letter-topic")).isEqualTo(topic);
        assertThat(header(letter, "dead-letter-partition")).isEqualTo(Integer.toString(bad.partition()));
        assertThat(header(letter, CloudEventHeaders.SOURCE)).isEqualTo("/test");
        assertThat(new String(letter.key(), StandardCharsets.UTF_8)).isEqualTo(tenant);
        if (poison.value().length < 1_000_000) {
            assertThat(letter.value()).isEqualTo(poison.value());
        } else {
            assertThat(letter.value()).isNull();
            assertThat(header(letter, "dead-letter-note")).contains("value");
        }
    }

    @ParameterizedTest
    @MethodSource("dashboardTopics")
    void aRecordWithNothingIsKeptAsideToo(String topic) {
        SseClient client = subscribe();

        RecordMetadata bad = records.send(new ProducerRecord<>(topic, null, null));
        records.send(topic, tenant, TYPE, "{\"barrier\":true}");

        assertThat(client.upTo("barrier")).hasSize(1);
        assertThat(header(deadLetter(bad), "dead-letter-reason")).isEqualTo("header ce_specversion is missing");
    }

    static List<String> dashboardTopics() {
        return Topics.DASHBOARD;
    }

    private static ConsumerRecord<byte[], byte[]> deadLetter(RecordMetadata bad) {
        String topic = bad.topic() + ".dashboard-gateway.dlt";
        List<TopicPartition> partitions = IntStream.range(0, DEAD_LETTER_PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        Map<String, Object> properties = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Backends.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> find(consumer, bad), letters -> !letters.isEmpty())
                    .get(0);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> find(
            KafkaConsumer<byte[], byte[]> consumer, RecordMetadata bad) {
        return Stream.of(consumer.poll(Duration.ofMillis(200)))
                .flatMap(batch -> Stream.iterate(batch.iterator(), it -> it.hasNext(), it -> it)
                        .map(it -> it.next()))
                .filter(letter -> header(letter, "dead-letter-offset").equals(Long.toString(bad.offset()))
                        && header(letter, "dead-letter-partition").equals(Integer.toString(bad.partition())))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
