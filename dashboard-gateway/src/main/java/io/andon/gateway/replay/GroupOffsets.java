package io.andon.gateway.replay;

import io.andon.events.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The group's committed offsets on the dashboard topics, and what must be known to judge them. Waits for the cluster. */
final class GroupOffsets implements AutoCloseable {

    private final Admin admin;
    private final String group;

    GroupOffsets(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    Map<TopicPartition, Standing> committed() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Standing> committed = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null && Topics.DASHBOARD.contains(partition.topic())) {
                        committed.put(
                                partition,
                                new Standing(
                                        offset.offset(),
                                        Wish.parse(offset.metadata()).orElse(null)));
                    }
                });
        return committed;
    }

    void commit(Map<TopicPartition, Standing> standings) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        standings.forEach((partition, standing) -> offsets.put(
                partition,
                new OffsetAndMetadata(
                        standing.offset(),
                        standing.wish() == null ? "" : standing.wish().metadata())));
        admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }

    /** The partitions that exist. */
    Set<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        Set<TopicPartition> partitions = new HashSet<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
                admin.describeTopics(Topics.DASHBOARD).topicNameValues().entrySet()) {
            try {
                topic.getValue()
                        .get()
                        .partitions()
                        .forEach(info -> partitions.add(new TopicPartition(topic.getKey(), info.partition())));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return partitions;
    }

    /** @param partitions must exist */
    Map<TopicPartition, Range> ranges(Set<TopicPartition> partitions) throws ExecutionException, InterruptedException {
        Map<TopicPartition, ListOffsetsResultInfo> starts = list(partitions, OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> ends = list(partitions, OffsetSpec.latest());
        return partitions.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        partition -> new Range(
                                starts.get(partition).offset(),
                                ends.get(partition).offset())));
    }

    private Map<TopicPartition, ListOffsetsResultInfo> list(Set<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
        return admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
