package io.andon.kit.outbox;

import io.andon.events.CloudEventHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends outbox rows; the only producer of events. Used by the relay's thread alone.
 *
 * <p>The producer is idempotent and retries for as long as the broker is away. Were a send to give up in between, the
 * rows behind it might reach the topic before it.
 */
final class OutboxPublisher implements AutoCloseable {

    /** What became of a batch: rows on their topic, and rows that the broker will never take. */
    record Outcome(List<Long> sent, Map<Long, String> refused) {}

    private final Producer<String, byte[]> producer;

    private OutboxPublisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    static OutboxPublisher connect(String bootstrapServers, String clientId) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                clientId,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1_000);
        return new OutboxPublisher(new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    /**
     * Sends {@code rows} in their order and waits until each is acknowledged.
     *
     * @throws KafkaException if the topic cannot be reached now; nothing is known about the rows then, and all of them
     *     are to be sent again
     */
    Outcome publish(List<OutboxRow> rows) throws InterruptedException {
        // Metadata first: a send that fails for want of it would let the rows behind it overtake.
        rows.stream().map(OutboxRow::topic).distinct().forEach(producer::partitionsFor);
        List<Future<RecordMetadata>> sends = new ArrayList<>(rows.size());
        rows.forEach(row -> sends.add(producer.send(recordOf(row))));
        Outcome outcome = new Outcome(new ArrayList<>(rows.size()), new LinkedHashMap<>());
        for (int i = 0; i < rows.size(); i++) {
            await(sends.get(i), rows.get(i), outcome);
        }
        return outcome;
    }

    private static void await(Future<RecordMetadata> send, OutboxRow row, Outcome outcome) throws InterruptedException {
        try {
            send.get();
            outcome.sent().add(row.seq());
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (isRefusedForGood(cause)) {
                outcome.refused().put(row.seq(), cause.getMessage());
            } else {
                throw new KafkaException("cannot send to " + row.topic(), cause);
            }
        }
    }

    private static boolean isRefusedForGood(Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof InvalidRecordException
                || cause instanceof InvalidTimestampException;
    }

    private static ProducerRecord<String, byte[]> recordOf(OutboxRow row) {
        ProducerRecord<String, byte[]> kafkaRecord = new ProducerRecord<>(
                row.topic(),
                null,
                row.event().time().toEpochMilli(),
                row.key(),
                row.event().data());
        CloudEventHeaders.of(row.event()).forEach(kafkaRecord.headers()::add);
        return kafkaRecord;
    }

    @Override
    public void close() {
        // Without waiting: what is not acknowledged is still in the outbox and is sent again.
        producer.close(Duration.ZERO);
    }
}
