package io.andon.gateway.intake;

import io.andon.gateway.intake.Assignment.PartitionStart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Finds where to begin with partitions. */
final class StartOffsets {

    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final Admin admin;

    StartOffsets(Admin admin) {
        this.admin = admin;
    }

    /** At the first record that is not older than {@code sinceMs}, else behind the last record. */
    List<PartitionStart> since(String topic, Collection<Integer> partitions, long sinceMs)
            throws ExecutionException, InterruptedException {
        ListOffsetsResult ends = list(topic, partitions, OffsetSpec.latest());
        ListOffsetsResult first = list(topic, partitions, OffsetSpec.forTimestamp(sinceMs));
        List<PartitionStart> starts = new ArrayList<>();
        for (int partition : partitions) {
            long end = offset(ends, topic, partition);
            long since = offset(first, topic, partition);
            starts.add(new PartitionStart(partition, since < 0 ? end : Math.min(since, end), end));
        }
        return starts;
    }

    /** At the first record that there is: for partitions that came into being under the gateway's eyes. */
    List<PartitionStart> earliest(String topic, Collection<Integer> partitions)
            throws ExecutionException, InterruptedException {
        ListOffsetsResult first = list(topic, partitions, OffsetSpec.earliest());
        List<PartitionStart> starts = new ArrayList<>();
        for (int partition : partitions) {
            long offset = offset(first, topic, partition);
            starts.add(new PartitionStart(partition, offset, offset));
        }
        return starts;
    }

    /** At the record nearest to where reading stopped: the first one left by retention, or the end of a shortened log. */
    List<PartitionStart> nearest(String topic, Map<Integer, Long> positions)
            throws ExecutionException, InterruptedException {
        ListOffsetsResult firsts = list(topic, positions.keySet(), OffsetSpec.earliest());
        ListOffsetsResult ends = list(topic, positions.keySet(), OffsetSpec.latest());
        List<PartitionStart> starts = new ArrayList<>();
        for (Map.Entry<Integer, Long> position : positions.entrySet()) {
            long first = offset(firsts, topic, position.getKey());
            long end = offset(ends, topic, position.getKey());
            long offset = Math.max(first, Math.min(position.getValue(), end));
            starts.add(new PartitionStart(position.getKey(), offset, offset));
        }
        return starts;
    }

    private ListOffsetsResult list(String topic, Collection<Integer> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(new TopicPartition(topic, partition), spec));
        return admin.listOffsets(wanted, COMMITTED);
    }

    private static long offset(ListOffsetsResult answer, String topic, int partition)
            throws ExecutionException, InterruptedException {
        return answer.partitionResult(new TopicPartition(topic, partition))
                .get()
                .offset();
    }
}
