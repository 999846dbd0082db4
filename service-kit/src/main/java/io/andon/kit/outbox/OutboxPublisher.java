package io.andon.kit.outbox;

import io.andon.events.CloudEvent;
import io.andon.events.CloudEventHeaders;
import java.time.Duration;
import java.util.ArrayList;
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
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends outbox rows; the only producer of events. Used by the relay's thread alone.
 *
 * <p>Each batch is a Kafka transaction: on the topic all of it counts, in its order, or none. To connect is to raise
 * the epoch of the outbox's one transactional id, after which the broker refuses whatever a former relay still has to
 * send, however long it was paused (KIP-98, KIP-360): there is one writer at a time. A relay therefore connects first
 * and reads its rows afterwards.
 */
final class OutboxPublisher implements AutoCloseable {

    /** How long the broker may be silent before a batch is given up, to be sent again whole. */
    private static final int PATIENCE_MS = 20_000;

    private final Producer<String, byte[]> producer;
    private final String source;

    private OutboxPublisher(Producer<String, byte[]> producer, String source) {
        this.producer = producer;
        this.source = source;
    }

    /**
     * Becomes the one writer.
     *
     * @throws KafkaException if the broker cannot be reached now
     */
    static OutboxPublisher connect(String bootstrapServers, String transactionalId, String source) {
        Map<String, Object> settings = Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, source.substring(1) + "-outbox"),
                Map.entry(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS / 2),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS),
                Map.entry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, PATIENCE_MS),
                Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000));
        Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        OutboxPublisher publisher = new OutboxPublisher(producer, source);
        try {
            producer.initTransactions();
            return publisher;
        } catch (KafkaException unreachable) {
            publisher.close();
            throw unreachable;
        }
    }

    /**
     * Sends {@code rows} in their order and returns when all of them count.
     *
     * @throws RefusedRecord if one of them will never be taken; it is known which when {@code rows} is only one
     * @throws KafkaException if none or all of them count, and this publisher is of no use any more
     */
    void publish(List<OutboxRow> rows) throws RefusedRecord, InterruptedException {
        producer.beginTransaction();
        try {
            send(rows);
        } catch (ExecutionException failed) {
            producer.abortTransaction();
            refuseOrFail(failed.getCause());
        } catch (IllegalArgumentException | KafkaException failed) {
            producer.abortTransaction();
            refuseOrFail(failed);
        }
        producer.commitTransaction();
    }

    private void send(List<OutboxRow> rows) throws ExecutionException, InterruptedException {
        // Encoded first, so that nothing is on its way when one of them turns out to be no event.
        List<ProducerRecord<String, byte[]>> records =
                rows.stream().map(this::recordOf).toList();
        records.stream().map(ProducerRecord::topic).distinct().forEach(producer::partitionsFor);
        List<Future<RecordMetadata>> sends = new ArrayList<>(rows.size());
        for (ProducerRecord<String, byte[]> next : records) {
            Future<RecordMetadata> send = producer.send(next);
            sends.add(send);
            if (send.isDone()) {
                // Refused before it left: the producer takes no more in this transaction.
                send.get();
            }
        }
        for (Future<RecordMetadata> send : sends) {
            send.get();
        }
    }

    private static void refuseOrFail(Throwable cause) throws RefusedRecord {
        if (isRefusedForGood(cause)) {
            throw new RefusedRecord(cause);
        }
        throw new KafkaException("the batch is to be sent again", cause);
    }

    private static boolean isRefusedForGood(Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof RecordBatchTooLargeException
                || cause instanceof InvalidRecordException
                || cause instanceof InvalidTimestampException
                || cause instanceof InvalidTopicException
                || cause instanceof TopicAuthorizationException
                || cause instanceof SerializationException
                || cause instanceof IllegalArgumentException;
    }

    private ProducerRecord<String, byte[]> recordOf(OutboxRow row) {
        CloudEvent event = row.event(source);
        ProducerRecord<String, byte[]> kafkaRecord =
                new ProducerRecord<>(row.topic(), null, event.time().toEpochMilli(), row.key(), event.data());
        CloudEventHeaders.of(event).forEach(kafkaRecord.headers()::add);
        return kafkaRecord;
    }

    @Override
    public void close() {
        // Without waiting: what does not count yet is still in the outbox and is sent again.
        producer.close(Duration.ZERO);
    }
}
