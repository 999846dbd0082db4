package io.andon.bench.publish;

import io.andon.events.CloudEvent;
import io.andon.events.CloudEventHeaders;
import io.andon.events.TenantId;
import io.andon.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Produces as the services do: CloudEvents in binary mode, key = tenant, all acknowledgements, idempotent, compressed. */
public final class KafkaPublisher implements Publisher {

    private static final String TYPE = "production:changed";

    private final KafkaProducer<byte[], byte[]> producer;
    private final List<byte[]> keys;
    private final List<List<Header>> constantHeaders;
    private long lastId;

    /** @param lingerMs 0 where each event's latency counts */
    public KafkaPublisher(String bootstrapServers, List<String> tenants, int lingerMs) {
        this.keys = tenants.stream()
                .map(tenant -> tenant.getBytes(StandardCharsets.UTF_8))
                .toList();
        this.constantHeaders =
                tenants.stream().map(KafkaPublisher::constantHeaders).toList();
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        lingerMs,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static List<Header> constantHeaders(String tenant) {
        CloudEvent event = new CloudEvent(
                new UUID(0, 0), new TenantId(tenant), TYPE, "/benchmarks", "work-order/1", Instant.EPOCH, new byte[0]);
        return CloudEventHeaders.of(event).entrySet().stream()
                .filter(header -> !header.getKey().equals(CloudEventHeaders.ID)
                        && !header.getKey().equals(CloudEventHeaders.TIME))
                .<Header>map(header -> new RecordHeader(header.getKey(), header.getValue()))
                .toList();
    }

    @Override
    public void publish(int tenant, byte[] value) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.WORKORDER_EVENTS, null, keys.get(tenant), value, constantHeaders.get(tenant));
        record.headers()
                .add(CloudEventHeaders.ID, ascii(new UUID(0, ++lastId).toString()))
                .add(CloudEventHeaders.TIME, ascii(Instant.now().toString()));
        producer.send(record);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The producer sends by itself. */
    @Override
    public void flush() {}

    @Override
    public void close() {
        producer.close();
    }
}
