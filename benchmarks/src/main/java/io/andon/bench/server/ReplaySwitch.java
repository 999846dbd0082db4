package io.andon.bench.server;

import io.andon.events.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Sets the group {@code andon-replay} back as Kafka's tool does, and looks how far the replay is. */
public final class ReplaySwitch implements AutoCloseable {

    private static final String GROUP = "andon-replay";

    private final Admin admin;
    private final Map<TopicPartition, Long> begun;
    private Map<TopicPartition, Long> ends = Map.of();

    /** What is written from now on, for one tenant, is what {@link #showAgain} is about. */
    public ReplaySwitch(Kafka kafka) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()));
        this.begun = ends();
    }

    private Map<TopicPartition, Long> ends() {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        IntStream.range(0, Kafka.PARTITIONS)
                .forEach(i -> wanted.put(new TopicPartition(Topics.WORKORDER_EVENTS, i), OffsetSpec.latest()));
        try {
            Map<TopicPartition, Long> found = new HashMap<>();
            admin.listOffsets(wanted).all().get().forEach((partition, end) -> found.put(partition, end.offset()));
            return found;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Nothing is written any more that the replay should show; only the partition that grew takes part.
     *
     * @return its end, the offset of what will be written next
     */
    public long recorded() {
        ends = ends();
        ends.entrySet().removeIf(end -> end.getValue().equals(begun.get(end.getKey())));
        if (ends.size() != 1) {
            throw new IllegalStateException("one tenant's records are in one partition, not in " + ends.keySet());
        }
        return ends.values().iterator().next();
    }

    public void showAgain() {
        Map<TopicPartition, OffsetAndMetadata> wish = new HashMap<>();
        ends.keySet().forEach(partition -> wish.put(partition, new OffsetAndMetadata(begun.get(partition))));
        try {
            admin.alterConsumerGroupOffsets(GROUP, wish).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many of the records the gateway has yet to show. */
    public long remaining() {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream()
                    .mapToLong(end -> Math.max(
                            0, end.getValue() - committed.get(end.getKey()).offset()))
                    .sum();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
