package io.andon.gateway.intake;

import io.andon.gateway.intake.Assignment.PartitionStart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /**
     * At the first record that is not older than {@code sinceMs}, else behind the last record. The end is asked for before
     * the first: a record that comes in between is after the one and is not missed by the other.
     */
    List<PartitionStart> since(String topic, Collection<Integer> partitions, long sinceMs)
            throws ExecutionException, InterruptedException {
        Map<Integer, Long> ends = offsets(topic, partitions, OffsetSpec.latest());
        Map<Integer, Long> first = offsets(topic, partitions, OffsetSpec.forTimestamp(sinceMs));
        List<PartitionStart> starts = new ArrayList<>();
        for (int partition : partitions) {
            long end = ends.get(partition);
            long since = first.get(partition);
            starts.add(new PartitionStart(partition, since < 0 ? end : Math.min(since, end), end));
        }
        return starts;
    }

    /** At the first record that there is: for partitions that came into being under the gateway's eyes. */
    List<PartitionStart> earliest(String topic, Collection<Integer> partitions)
            throws ExecutionException, InterruptedException {
        List<PartitionStart> starts = new ArrayList<>();
        offsets(topic, partitions, OffsetSpec.earliest())
                .forEach((partition, offset) -> starts.add(new PartitionStart(partition, offset, offset)));
        return starts;
    }

    /** At the record nearest to where reading stopped: the first one left by retention, or the end of a shortened log. */
    List<PartitionStart> nearest(String topic, Map<Integer, Long> positions)
            throws ExecutionException, InterruptedException {
        Map<Integer, Long> firsts = offsets(topic, positions.keySet(), OffsetSpec.earliest());
        Map<Integer, Long> ends = offsets(topic, positions.keySet(), OffsetSpec.latest());
        List<PartitionStart> starts = new ArrayList<>();
        positions.forEach((partition, position) -> {
            long offset = Math.max(firsts.get(partition), Math.min(position, ends.get(partition)));
            starts.add(new PartitionStart(partition, offset, offset));
        });
        return starts;
    }

    /** In the order of the partitions; an answer has come for each. */
    private Map<Integer, Long> offsets(String topic, Collection<Integer> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(new TopicPartition(topic, partition), spec));
        ListOffsetsResult answer = admin.listOffsets(wanted, COMMITTED);
        Map<Integer, Long> offsets = new LinkedHashMap<>();
        for (int partition : partitions) {
            offsets.put(
                    partition,
                    answer.partitionResult(new TopicPartition(topic, partition))
                            .get()
                            .offset());
        }
        return offsets;
    }
}
