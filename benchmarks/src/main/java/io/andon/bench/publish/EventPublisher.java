package io.andon.bench.publish;

import io.andon.events.CloudEvent;
import io.andon.events.CloudEventHeaders;
import io.andon.events.DomainEvent;
import io.andon.events.EventJson;
import io.andon.events.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Produces events of one tenant to the topics that they belong on, as the outbox does. */
public final class EventPublisher implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final TenantId tenant;
    private long lastId;

    public EventPublisher(String bootstrapServers, String tenant) {
        this.tenant = new TenantId(tenant);
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public void publish(DomainEvent event) {
        CloudEvent cloudEvent = new CloudEvent(
                new UUID(0x0190_0000_0000_7000L, Long.MIN_VALUE | ++lastId),
                tenant,
                event.type().wireName(),
                "/benchmarks",
                event.subject(),
                Instant.now(),
                EventJson.write(event));
        ProducerRecord<byte[], byte[]> kafkaRecord = new ProducerRecord<>(
                event.type().topic(), event.key(tenant).getBytes(StandardCharsets.UTF_8), cloudEvent.data());
        CloudEventHeaders.of(cloudEvent).forEach(kafkaRecord.headers()::add);
        producer.send(kafkaRecord);
    }

    /** Waits until everything has arrived. */
    @Override
    public void close() {
        producer.close();
    }
}
