package io.andon.gateway.intake;

import io.andon.events.Topics;
import io.andon.gateway.intake.Assignment.Change;
import io.andon.gateway.intake.Assignment.PartitionStart;
import io.andon.gateway.position.StreamPosition;
import io.andon.gateway.position.TopicPositions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * Which partitions are read, how far, and how far each has to get until it has caught up with what was there when it
 * was found. Touched by the intake's thread alone.
 */
final class ReadProgress {

    private final TopicPositions positions;
    private final Map<TopicPartition, Long> liveFrom = new HashMap<>();
    private final Map<TopicPartition, Long> toCatchUp = new HashMap<>();
    private final Map<String, Uuid> topicIds = new HashMap<>();

    ReadProgress(TopicPositions positions) {
        this.positions = positions;
    }

    void apply(Assignment assignment) {
        if (assignment.change() != Change.EXTENDED && assignment.change() != Change.REPOSITIONED) {
            forget(Topics.DASHBOARD.get(assignment.topic()));
        }
        topicIds.put(Topics.DASHBOARD.get(assignment.topic()), assignment.topicId());
        for (PartitionStart start : assignment.starts()) {
            TopicPartition partition = assignment.partition(start);
            liveFrom.put(partition, start.liveFrom());
            if (start.offset() < start.liveFrom()) {
                toCatchUp.put(partition, start.liveFrom());
            }
        }
        publish(assignment);
    }

    private void forget(String topic) {
        liveFrom.keySet().removeIf(partition -> partition.topic().equals(topic));
        toCatchUp.keySet().removeIf(partition -> partition.topic().equals(topic));
    }

    private void publish(Assignment assignment) {
        int topic = assignment.topic();
        switch (assignment.change()) {
            case FOUND, ANEW -> {
                positions.begin(topic, assignment.topicId(), floors(assignment));
                positions.coverSince(assignment.coveredSinceMs());
            }
            case EXTENDED -> positions.extend(topic, floors(assignment));
            case REPOSITIONED -> {
                assignment
                        .starts()
                        .forEach(start -> positions.reposition(topic, start.partition(), start.offset() - 1));
                positions.coverSince(assignment.coveredSinceMs());
            }
            case VANISHED -> positions.forget(topic);
        }
    }

    private static long[] floors(Assignment assignment) {
        long[] floors = new long[assignment.partitionCount()];
        Arrays.fill(floors, StreamPosition.START);
        assignment.starts().forEach(start -> floors[start.partition()] = start.offset() - 1);
        return floors;
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

    /** The same positions, in the topics that they were reached in: one of the same name may have taken the place. */
    Map<TopicIdPartition, Long> asRead(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .collect(Collectors.toMap(
                        offset -> new TopicIdPartition(
                                topicIds.get(offset.getKey().topic()), offset.getKey()),
                        Map.Entry::getValue));
    }

    Set<TopicPartition> partitions() {
        return liveFrom.keySet();
    }
}
