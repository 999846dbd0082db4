package io.andon.kit.outbox;

import io.andon.events.CloudEvent;
import io.andon.events.CloudEventHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
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
import org.jspecify.annotations.Nullable;

/**
 * Sends outbox rows; the only producer of events. Used by the relay's thread alone.
 *
 * <p>Each batch is a Kafka transaction: on the topic all of it counts, in its order, or none. To connect is to raise
 * the epochs of the outbox's transactional ids, after which the broker refuses whatever a former relay still has to
 * send, however long it was paused (KIP-98, KIP-360): there is one writer at a time. A relay therefore connects first
 * and reads its rows afterwards.
 *
 * <p>Two producers take turns. A commit is answered when it is certain, before its markers stand in the partitions, and
 * the broker lets a transactional id begin nothing until they do. The other producer need not wait for them; the batches
 * still follow each other, for one begins when the one before is committed.
 */
final class OutboxPublisher implements AutoCloseable {

    private final List<Producer<String, byte[]>> producers;
    private final String source;
    private int turn;

    private OutboxPublisher(List<Producer<String, byte[]>> producers, String source) {
        this.producers = producers;
        this.source = source;
    }

    /**
     * Becomes the one writer.
     *
     * @throws KafkaException if the broker cannot be reached now
     */
    static OutboxPublisher connect(String bootstrapServers, String transactionalId, String source) {
        OutboxPublisher publisher = new OutboxPublisher(
                Stream.of("", "-2")
                        .map(turn -> OutboxProducer.create(
                                bootstrapServers, source.substring(1) + "-outbox" + turn, transactionalId + turn))
                        .toList(),
                source);
        try {
            publisher.producers.forEach(Producer::initTransactions);
            return publisher;
        } catch (KafkaException unreachable) {
            publisher.close();
            throw unreachable;
        }
    }

    /**
     * Sends {@code rows} in their order and returns when the broker has all of them; they count from the {@link #commit}
     * on.
     *
     * @throws RefusedRecord if one of them will never be taken; it is known which when {@code rows} is only one
     * @throws KafkaException if none of them count, and this publisher is of no use any more
     */
    void send(List<OutboxRow> rows) throws RefusedRecord, InterruptedException {
        turn = (turn + 1) % producers.size();
        Producer<String, byte[]> producer = producers.get(turn);
        producer.beginTransaction();
        try {
            sendAndAwait(producer, rows);
        } catch (ExecutionException failed) {
            producer.abortTransaction();
            refuseOrFail(failed.getCause());
        } catch (IllegalArgumentException | KafkaException failed) {
            producer.abortTransaction();
            refuseOrFail(failed);
        }
    }

    /**
     * Has count what was sent.
     *
     * @throws KafkaException if none or all of it counts, and this publisher is of no use any more
     */
    void commit() {
        producers.get(turn).commitTransaction();
    }

    private void sendAndAwait(Producer<String, byte[]> producer, List<OutboxRow> rows)
            throws ExecutionException, InterruptedException {
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
        producer.flush();
        for (Future<RecordMetadata> send : sends) {
            send.get();
        }
    }

    private static void refuseOrFail(Throwable failure) throws RefusedRecord {
        if (isRefusedForGood(failure)) {
            throw new RefusedRecord(failure);
        }
        // The broker may refuse a record while others are still being sent: the next send fails then, by that refusal.
        if (isRefusedForGood(failure.getCause())) {
            throw new RefusedRecord(failure.getCause());
        }
        throw new KafkaException("the batch is to be sent again", failure);
    }

    private static boolean isRefusedForGood(@Nullable Throwable cause) {
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
        producers.forEach(producer -> producer.close(Duration.ZERO));
    }
}
