package io.andon.bench.relay;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends as {@code kafka-producer-perf-test} does, one record after the other without waiting, and lets the client batch
 * them. That program itself sends neither keys nor headers; these are the relay's records. Idempotent, all
 * acknowledgements, compression and lingering as the relay's, and no transactions.
 */
public final class PlainProducer implements AutoCloseable {

    /** What the client, and so that program, has by default. */
    public static final int DEFAULT_BATCH_BYTES = 16 * 1024;

    /** What the relay has. */
    public static final int RELAY_BATCH_BYTES = 128 * 1024;

    private static final int LINGER_MS = 5;

    private final KafkaProducer<String, byte[]> producer;

    /** @param batchBytes what goes to one partition at once */
    public PlainProducer(String bootstrapServers, int batchBytes) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        batchBytes,
                        ProducerConfig.LINGER_MS_CONFIG,
                        LINGER_MS),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** @return records per second, until all are acknowledged */
    public double send(Backlog backlog) {
        List<ProducerRecord<String, byte[]>> records = backlog.records();
        long beganNanos = System.nanoTime();
        for (int i = 0; i < backlog.count(); i++) {
            producer.send(records.get(i % records.size()));
        }
        producer.flush();
        return backlog.count() / ((System.nanoTime() - beganNanos) / 1e9);
    }

    @Override
    public void close() {
        producer.close();
    }
}
