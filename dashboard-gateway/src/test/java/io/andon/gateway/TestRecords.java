package io.andon.gateway;

import io.andon.events.CloudEvent;
import io.andon.events.CloudEventHeaders;
import io.andon.events.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records to the topics, good ones and bad ones. */
final class TestRecords implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    TestRecords() {
        this(Backends.bootstrapServers());
    }

    TestRecords(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        8 * 1024 * 1024,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        32L * 1024 * 1024,
                        // A leader that has just begun may refuse the first request and take the second.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** A good record, by the default partitioner. */
    RecordMetadata send(String topic, String tenant, String type, String json) {
        return send(record(topic, tenant, type, json));
    }

    RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        return await(producer.send(record));
    }

    /** As fast as the broker takes them, in order. */
    void sendAll(Stream<ProducerRecord<byte[], byte[]>> many) {
        List<Future<RecordMetadata>> sent = many.map(producer::send).toList();
        sent.forEach(TestRecords::await);
    }

    private static RecordMetadata await(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static ProducerRecord<byte[], byte[]> record(String topic, String tenant, String type, String json) {
        return record(topic, null, tenant, headers(tenant, type), json.getBytes(StandardCharsets.UTF_8));
    }

    static ProducerRecord<byte[], byte[]> record(
            String topic, Integer partition, String key, Map<String, byte[]> headers, byte[] value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), value);
        headers.forEach(record.headers()::add);
        return record;
    }

    static Map<String, byte[]> headers(String tenant, String type) {
        CloudEvent event = new CloudEvent(
                UUID.randomUUID(), new TenantId(tenant), type, "/test", "test/1", Instant.now(), new byte[0]);
        return new HashMap<>(CloudEventHeaders.of(event));
    }

    @Override
    public void close() {
        producer.close();
    }
}
