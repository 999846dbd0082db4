package io.andon.gateway.intake;

import io.andon.gateway.intake.Assignment.PartitionStart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Finds where to begin with partitions: at the first record of the replay window, else behind the last record. */
final class StartOffsets {

    private final Admin admin;

    StartOffsets(Admin admin) {
        this.admin = admin;
    }

    List<PartitionStart> of(String topic, List<Integer> partitions, long sinceMs)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, ListOffsetsResultInfo> ends = list(topic, partitions, OffsetSpec.latest());
        Map<TopicPartition, ListOffsetsResultInfo> first = list(topic, partitions, OffsetSpec.forTimestamp(sinceMs));
        List<PartitionStart> starts = new ArrayList<>();
        for (int partition : partitions) {
            TopicPartition key = new TopicPartition(topic, partition);
            long end = ends.get(key).offset();
            long since = first.get(key).offset();
            starts.add(new PartitionStart(partition, since < 0 ? end : Math.min(since, end), end));
        }
        return starts;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> list(String topic, List<Integer> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(new TopicPartition(topic, partition), spec));
        return admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get();
    }
}
