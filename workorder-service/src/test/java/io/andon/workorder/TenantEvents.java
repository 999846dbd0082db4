package io.andon.workorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.andon.backends.Broker;
import io.andon.events.CloudEvent;
import io.andon.events.CloudEventHeaders;
import io.andon.events.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What a tenant's topic holds, from its first record. Used by the test's thread alone. */
public final class TenantEvents implements AutoCloseable {

    /** Ends a hang: no test says how fast something happens. */
    public static final Duration CEILING = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TenantId tenant;
    private final List<Published> arrived = new ArrayList<>();

    /** A record as it was read. */
    public record Published(String key, long timestampMs, CloudEvent event, JsonNode data) {}

    private TenantEvents(KafkaConsumer<byte[], byte[]> consumer, TenantId tenant) {
        this.consumer = consumer;
        this.tenant = tenant;
    }

    public static TenantEvents of(Broker broker, Factory factory, String topic) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        Awaitility.await().atMost(CEILING).until(() -> consumer.listTopics(CEILING)
                .containsKey(topic));
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new TenantEvents(consumer, new TenantId(factory.tenant()));
    }

    /** Waits for a record with that type and that text in its value; returns all records up to now. */
    public List<Published> until(String type, String text) {
        Predicate<Published> last = published -> published.event().type().equals(type)
                && published.data().toString().contains(text);
        if (arrived.stream().noneMatch(last)) {
            Awaitility.await().pollInSameThread().atMost(CEILING).until(() -> poll().stream()
                    .anyMatch(last));
        }
        return List.copyOf(arrived);
    }

    /** What has come since the last time: as much as there is, so that a long topic is read in few looks. */
    private List<Published> poll() {
        List<Published> fresh = new ArrayList<>();
        for (var records = consumer.poll(Duration.ofMillis(100));
                !records.isEmpty();
                records = consumer.poll(Duration.ZERO)) {
            records.forEach(record -> {
                Published published = read(record);
                if (published.event().tenant().equals(tenant)) {
                    fresh.add(published);
                }
            });
        }
        arrived.addAll(fresh);
        return fresh;
    }

    private static Published read(ConsumerRecord<byte[], byte[]> record) {
        CloudEvent event = CloudEventHeaders.read(record.key(), name -> header(record, name), record.value());
        try {
            return new Published(
                    new String(record.key(), java.nio.charset.StandardCharsets.UTF_8),
                    record.timestamp(),
                    event,
                    JSON.readTree(record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte @Nullable [] header(ConsumerRecord<byte[], byte[]> record, String name) {
        @Nullable Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
