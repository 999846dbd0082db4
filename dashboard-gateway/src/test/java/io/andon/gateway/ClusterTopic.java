package io.andon.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;

/** What an operator does to one topic of a {@link TestCluster}; each method returns when it is done. */
final class ClusterTopic {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestCluster cluster;
    private final String name;

    ClusterTopic(TestCluster cluster, String name) {
        this.cluster = cluster;
        this.name = name;
    }

    int partitions() {
        return describe().partitions().size();
    }

    void extendTo(int count) {
        done(admin -> admin.createPartitions(Map.of(name, NewPartitions.increaseTo(count)))
                .all());
        awaitThat(partitions ->
                partitions.size() == count && partitions.stream().allMatch(partition -> partition.leader() != null));
    }

    void deleteAndMakeAgain() {
        done(admin -> admin.deleteTopics(List.of(name)).all());
        Awaitility.await().atMost(PATIENCE).until(this::made);
    }

    /** A topic takes a moment to be gone. */
    private boolean made() {
        try {
            cluster.createTopics(List.of(name));
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    /** What retention does, at once. */
    void deleteBefore(RecordMetadata record) {
        done(admin -> admin.deleteRecords(
                        Map.of(partition(record.partition()), RecordsToDelete.beforeOffset(record.offset())))
                .all());
    }

    /** Copies a partition to exactly these brokers; one that is left leads it. */
    void moveTo(int partition, Integer... brokers) {
        List<Integer> replicas = List.of(brokers);
        done(admin -> admin.alterPartitionReassignments(
                        Map.of(partition(partition), Optional.of(new NewPartitionReassignment(replicas))))
                .all());
        awaitThat(partitions -> isExactlyOn(partitions.get(partition), replicas));
    }

    private static boolean isExactlyOn(TopicPartitionInfo partition, List<Integer> replicas) {
        return partition.replicas().stream().map(node -> node.id()).toList().equals(replicas)
                && partition.isr().size() == replicas.size()
                && partition.leader() != null
                && replicas.contains(partition.leader().id());
    }

    void awaitInSync() {
        awaitThat(partitions -> partitions.stream()
                .allMatch(partition ->
                        partition.isr().size() == partition.replicas().size()));
    }

    /** Gives a partition back to the first of its brokers. */
    void electPreferred(int partition) {
        done(admin -> admin.electLeaders(ElectionType.PREFERRED, Set.of(partition(partition)))
                .all());
        awaitThat(partitions -> partitions.get(partition).leader().id()
                == partitions.get(partition).replicas().get(0).id());
    }

    private void awaitThat(Predicate<List<TopicPartitionInfo>> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> condition.test(describe().partitions()));
    }

    private TopicDescription describe() {
        return done(
                admin -> admin.describeTopics(List.of(name)).topicNameValues().get(name));
    }

    private <T> T done(Function<Admin, KafkaFuture<T>> action) {
        try (Admin admin = cluster.admin()) {
            return action.apply(admin).toCompletionStage().toCompletableFuture().join();
        }
    }

    private TopicPartition partition(int partition) {
        return new TopicPartition(name, partition);
    }

    /** A new tenant whose events lie on that partition. */
    String tenantOf(int wanted) {
        int count = partitions();
        return newTenant(tenant -> partitionOf(tenant, count) == wanted);
    }

    /** A new tenant that one of the added partitions belongs to once there are so many. */
    String tenantThatMoves(int countThen) {
        int count = partitions();
        return newTenant(tenant -> partitionOf(tenant, countThen) >= count);
    }

    private static String newTenant(Predicate<String> wanted) {
        return Stream.generate(() -> "t-" + UUID.randomUUID().toString().substring(0, 8))
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    static int partitionOf(String tenant, int count) {
        return Utils.toPositive(Utils.murmur2(tenant.getBytes(StandardCharsets.UTF_8))) % count;
    }
}
