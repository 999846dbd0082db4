package io.andon.gateway.recovery;

import io.andon.events.Topics;
import io.andon.gateway.fanout.ResyncReason;
import io.andon.gateway.fanout.WindowGap;
import io.andon.gateway.position.StreamPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** A consumer that reads chunks, for one client after the other; used by one thread at a time. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;

    TopicReader(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Reads on from where {@code passage} is, as much as fits into {@code chunk}; nothing if Kafka does not answer in time.
     *
     * @throws RecoveryException if records that the passage leads over are gone. Offsets without a record are not: markers
     *     of transactions and compaction leave them, and only what is before the log's start has been lost
     */
    Chunk read(Passage passage, ChunkBuilder chunk) {
        Map<Integer, TopicPartition> partitions = partitions(
                passage.at(),
                topic -> passage.at().offset(topic) < passage.until().offset(topic));
        consumer.assign(partitions.values());
        partitions.forEach(
                (topic, partition) -> consumer.seek(partition, passage.at().offset(topic) + 1));
        try {
            boolean answered = true;
            while (answered && !chunk.isFull() && !chunk.isDone()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                answered = !records.isEmpty();
                add(records, chunk);
                if (!chunk.isFull()) {
                    partitions.forEach((topic, partition) -> chunk.reached(topic, consumer.position(partition) - 1));
                }
            }
        } catch (OffsetOutOfRangeException e) {
            throw new RecoveryException(ResyncReason.POSITION_TOO_OLD);
        }
        return chunk.build();
    }

    private static void add(ConsumerRecords<byte[], byte[]> records, ChunkBuilder chunk) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (chunk.isFull()) {
                return;
            }
            chunk.add(record);
        }
    }

    /**
     * The position before the first record of a time.
     *
     * @throws RecoveryException if the first record that is left may not be the first of that time: some before it are gone
     */
    StreamPosition before(Instant time, WindowGap gap) {
        Map<Integer, TopicPartition> partitions = partitions(gap.present(), topic -> true);
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.values().forEach(partition -> wanted.put(partition, time.toEpochMilli()));
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions.values());
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
        StreamPosition before = gap.present();
        for (Map.Entry<Integer, TopicPartition> entry : partitions.entrySet()) {
            int topic = entry.getKey();
            OffsetAndTimestamp first = found.get(entry.getValue());
            long start = starts.get(entry.getValue());
            long present = gap.present().offset(topic);
            // A record from before the time shows that none of the time is gone.
            boolean nothingBefore = first == null ? start > present : first.offset() <= start;
            if (start > 0 && nothingBefore) {
                throw new RecoveryException(ResyncReason.TIME_TOO_OLD);
            }
            before = before.with(topic, first == null ? present : Math.min(first.offset() - 1, present));
        }
        return before;
    }

    private static Map<Integer, TopicPartition> partitions(StreamPosition position, IntPredicate wanted) {
        Map<Integer, TopicPartition> partitions = new HashMap<>();
        for (int topic = 0; topic < Topics.DASHBOARD.size(); topic++) {
            if (position.has(topic) && wanted.test(topic)) {
                partitions.put(topic, new TopicPartition(Topics.DASHBOARD.get(topic), position.partition(topic)));
            }
        }
        return partitions;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
