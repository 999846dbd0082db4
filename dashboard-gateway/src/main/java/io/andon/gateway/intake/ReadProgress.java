package io.andon.gateway.intake;

import io.andon.events.Topics;
import io.andon.gateway.intake.Assignment.PartitionStart;
import io.andon.gateway.position.StreamPosition;
import io.andon.gateway.position.TopicPositions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Which partitions are read, how far, and how far each has to get until it has caught up with what was there when it
 * was found. Touched by the intake's thread alone.
 */
final class ReadProgress {

    private final TopicPositions positions;
    private final Map<TopicPartition, Long> liveFrom = new HashMap<>();
    private final Map<TopicPartition, Long> toCatchUp = new HashMap<>();

    ReadProgress(TopicPositions positions) {
        this.positions = positions;
    }

    void apply(Assignment assignment) {
        String name = Topics.DASHBOARD.get(assignment.topic());
        if (assignment.reset()) {
            liveFrom.keySet().removeIf(partition -> partition.topic().equals(name));
            toCatchUp.keySet().removeIf(partition -> partition.topic().equals(name));
        }
        for (PartitionStart start : assignment.starts()) {
            TopicPartition partition = new TopicPartition(name, start.partition());
            liveFrom.put(partition, start.liveFrom());
            if (start.offset() < start.liveFrom()) {
                toCatchUp.put(partition, start.liveFrom());
            }
        }
        publish(assignment);
    }

    private void publish(Assignment assignment) {
        if (assignment.partitionCount() == 0) {
            positions.forget(assignment.topic());
            return;
        }
        long[] floors = new long[assignment.partitionCount()];
        Arrays.fill(floors, StreamPosition.START);
        assignment.starts().forEach(start -> floors[start.partition()] = start.offset() - 1);
        if (assignment.starts().size() == floors.length) {
            positions.begin(assignment.topic(), assignment.id(), floors);
            positions.coverSince(assignment.coveredSinceMs());
        } else {
            positions.extend(assignment.topic(), floors);
        }
    }

    /** A record has been given to its hub. */
    void read(int topic, int partition, long offset) {
        positions.advance(topic, partition, offset);
    }

    /** @param next the first offset that has not been read; markers of transactions may lie before it */
    void reached(TopicPartition partition, long next) {
        positions.advance(Topics.DASHBOARD.indexOf(partition.topic()), partition.partition(), next - 1);
        Long goal = toCatchUp.get(partition);
        if (goal != null && next >= goal) {
            toCatchUp.remove(partition);
        }
    }

    /** Whether a record was written after the gateway had found its partition. */
    boolean isLive(TopicPartition partition, long offset) {
        return offset >= liveFrom.getOrDefault(partition, 0L);
    }

    boolean hasCaughtUp() {
        return toCatchUp.isEmpty();
    }

    Set<TopicPartition> partitions() {
        return liveFrom.keySet();
    }
}
