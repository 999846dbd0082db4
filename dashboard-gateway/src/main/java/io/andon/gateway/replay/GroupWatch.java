package io.andon.gateway.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Looks at what is committed for every partition, and commits what {@link PartitionReplay} answers.
 *
 * <p>What is decided on was read right before: between reading and committing lie two requests at most, which is the time
 * in which a wish of the operator can be overwritten unseen.
 */
final class GroupWatch {

    private static final Logger LOG = Logger.getLogger(GroupWatch.class);

    private final GroupOffsets offsets;
    private final Supplier<PartitionReplay> newPartition;
    private final long restMs;
    private final Map<TopicPartition, PartitionReplay> partitions = new HashMap<>();
    private long partitionsAskedAtMs;

    GroupWatch(GroupOffsets offsets, Supplier<PartitionReplay> newPartition, long restMs) {
        this.offsets = offsets;
        this.newPartition = newPartition;
        this.restMs = restMs;
    }

    /** One look, mostly one request: which partitions there are is asked seldom, where they end when it matters. */
    void check(long nowMs) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Standing> committed = offsets.committed();
        if (!committed.keySet().equals(partitions.keySet()) || nowMs - partitionsAskedAtMs >= restMs) {
            askForPartitions(nowMs);
        }
        Map<TopicPartition, Range> ranges = Map.of();
        Set<TopicPartition> unclear = unclear(committed, nowMs);
        if (!unclear.isEmpty()) {
            ranges = offsets.ranges(unclear);
            committed = offsets.committed();
        }
        Map<TopicPartition, Standing> answers = new HashMap<>();
        for (Map.Entry<TopicPartition, PartitionReplay> partition : partitions.entrySet()) {
            TopicPartition key = partition.getKey();
            PartitionReplay replay = partition.getValue();
            Wish before = replay.isRunning() ? replay.wish() : null;
            long nextBefore = replay.next();
            replay.look(committed.get(key), ranges.get(key), nowMs).ifPresent(answer -> answers.put(key, answer));
            // That another instance's name for the same wish has won is nothing new.
            boolean goesOn = before != null && before.from() == from(replay) && replay.next() >= nextBefore;
            if (!goesOn && replay.isRunning()) {
                sayBegin(key, replay);
            }
        }
        if (!answers.isEmpty()) {
            offsets.commit(answers);
        }
    }

    private Set<TopicPartition> unclear(Map<TopicPartition, Standing> committed, long nowMs) {
        return partitions.entrySet().stream()
                .filter(partition -> partition.getValue().needsRange(committed.get(partition.getKey()), nowMs))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** A topic that is gone takes its wishes with it; Kafka forgets what was committed for it too. */
    private void askForPartitions(long nowMs) throws ExecutionException, InterruptedException {
        Set<TopicPartition> existing = offsets.partitions();
        partitions.keySet().retainAll(existing);
        existing.forEach(partition -> partitions.computeIfAbsent(partition, key -> newPartition.get()));
        partitionsAskedAtMs = nowMs;
    }

    private static long from(PartitionReplay replay) {
        return replay.wish() == null ? -1 : replay.wish().from();
    }

    private static void sayBegin(TopicPartition partition, PartitionReplay replay) {
        Wish wish = replay.wish();
        if (wish != null) {
            LOG.infof(
                    "Replay begins: topic=%s partition=%d from=%d to=%d",
                    partition.topic(), partition.partition(), replay.next(), wish.to());
        }
    }

    /** The partitions that this instance has to show again. */
    Map<TopicPartition, PartitionReplay> running() {
        Map<TopicPartition, PartitionReplay> running = new HashMap<>(partitions);
        running.values().removeIf(replay -> !replay.isRunning());
        return running;
    }

    /** The partitions no longer have what a replay asks for; those that began anew have nothing to show. */
    void lost(Set<TopicPartition> lost, long nowMs) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Range> ranges = offsets.ranges(new HashSet<>(lost));
        ranges.forEach((partition, range) -> {
            PartitionReplay replay = partitions.get(partition);
            if (replay != null && replay.next() > range.end()) {
                LOG.warnf(
                        "Replay given up: topic=%s partition=%d has begun anew",
                        partition.topic(), partition.partition());
                replay.abandon(range.end(), nowMs);
            } else if (replay != null) {
                replay.advance(range.start());
            }
        });
    }
}
