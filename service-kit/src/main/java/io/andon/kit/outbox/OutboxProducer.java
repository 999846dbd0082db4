package io.andon.kit.outbox;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A Kafka producer with the settings that the outbox asks for. */
final class OutboxProducer {

    /** How long the broker may be silent before a batch is given up, to be sent again whole. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What goes to one partition at once: most rows of a batch belong to few tenants. */
    private static final int PARTITION_BATCH_BYTES = 128 * 1024;

    /** How long less than that waits for more, at most: the last row of a batch ends the waiting. */
    private static final int LINGER_MS = 5;

    private OutboxProducer() {}

    /** The producer of {@code transactionalId}; it has not spoken to the broker yet. */
    static Producer<String, byte[]> create(String bootstrapServers, String clientId, String transactionalId) {
        int patienceMs = Math.toIntExact(PATIENCE.toMillis());
        Map<String, Object> settings = Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, clientId),
                Map.entry(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, PARTITION_BATCH_BYTES),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patienceMs / 2),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patienceMs),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, patienceMs),
                Map.entry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, patienceMs),
                Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000));
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
