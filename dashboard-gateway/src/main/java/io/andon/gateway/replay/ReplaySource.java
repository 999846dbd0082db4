package io.andon.gateway.replay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads what the running replays ask for. Touched by the replay's thread alone; holds one poll's records at most, whose
 * number and bytes the consumer's settings bound.
 */
final class ReplaySource implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
    private static final int MAX_SLICE_BYTES = 64 * 1024;

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Wish> followed = new HashMap<>();
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();

    ReplaySource(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Takes up wishes that are new, and drops those that are over. */
    void follow(Map<TopicPartition, PartitionReplay> running) {
        Map<TopicPartition, Wish> wished = new HashMap<>();
        running.forEach((partition, replay) -> {
            Wish wish = replay.wish();
            if (wish != null) {
                wished.put(partition, wish);
            }
        });
        if (wished.equals(followed)) {
            return;
        }
        consumer.assign(wished.keySet());
        wished.forEach((partition, wish) -> {
            if (!wish.equals(followed.get(partition))) {
                waiting.removeIf(record -> partition.equals(partitionOf(record)));
                reached.remove(partition);
                consumer.seek(partition, running.get(partition).next());
            }
        });
        waiting.removeIf(record -> !wished.containsKey(partitionOf(record)));
        followed.clear();
        followed.putAll(wished);
    }

    /** Goes on with a partition where its replay stands now. */
    void findAgain(TopicPartition partition) {
        followed.remove(partition);
    }

    /** The next records in order, as many as there are, up to a number and the bytes of a slice. */
    List<ConsumerRecord<byte[], byte[]>> next(int most, Map<TopicPartition, PartitionReplay> running) {
        if (waiting.isEmpty()) {
            fetch(running);
        }
        List<ConsumerRecord<byte[], byte[]>> slice = new ArrayList<>();
        int bytes = 0;
        while (!waiting.isEmpty() && slice.size() < most && bytes < MAX_SLICE_BYTES) {
            ConsumerRecord<byte[], byte[]> record = waiting.removeFirst();
            slice.add(record);
            bytes += Math.max(0, record.serializedValueSize());
        }
        return slice;
    }

    private void fetch(Map<TopicPartition, PartitionReplay> running) {
        advance(running);
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            PartitionReplay replay = running.get(partitionOf(record));
            Wish wish = replay == null ? null : replay.wish();
            if (wish != null && record.offset() < wish.to()) {
                waiting.add(record);
            }
        }
        records.nextOffsets().forEach((partition, next) -> reached.put(partition, next.offset()));
    }

    /** Everything fetched has been shown; what a transaction leaves behind and what was compacted lies before it too. */
    private void advance(Map<TopicPartition, PartitionReplay> running) {
        reached.forEach((partition, next) -> {
            PartitionReplay replay = running.get(partition);
            if (replay != null) {
                replay.advance(next);
            }
        });
        reached.clear();
    }

    static TopicPartition partitionOf(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
}
