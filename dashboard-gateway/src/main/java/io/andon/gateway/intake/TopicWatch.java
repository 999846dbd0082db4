package io.andon.gateway.intake;

import io.andon.events.Topics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the cluster every few seconds which of the topics and partitions exist, and tells the intake what is new.
 *
 * <p>One thread of its own, which may wait for the cluster up to a timeout. Assignments and requests to look again cross
 * threads through {@code assignments} and {@link WatchedTopic#lose}, both bounded by the number of partitions.
 */
@Singleton
final class TopicWatch {

    private static final Logger LOG = Logger.getLogger(TopicWatch.class);

    private final KafkaClients clients;
    private final IntakeConfig config;
    private final DegradedState degraded;
    private final Clock clock;
    private final Queue<Assignment> assignments = new ConcurrentLinkedQueue<>();
    private final List<WatchedTopic> topics = IntStream.range(0, Topics.DASHBOARD.size())
            .mapToObj(topic -> new WatchedTopic(topic, Topics.DASHBOARD.get(topic)))
            .toList();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "andon-topic-watch"));
    private volatile boolean complete;
    private boolean excused;
    private @Nullable Admin admin;

    @Inject
    TopicWatch(KafkaClients clients, IntakeConfig config, DegradedState degraded, Clock clock) {
        this.clients = clients;
        this.config = config;
        this.degraded = degraded;
        this.clock = clock;
    }

    void start() {
        admin = clients.admin();
        long intervalMs = config.checkInterval().toMillis();
        thread.scheduleWithFixedDelay(this::check, 0, intervalMs, TimeUnit.MILLISECONDS);
    }

    void stop() {
        thread.shutdownNow();
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    /** The next thing for the intake to do, or null. */
    @Nullable
    Assignment poll() {
        return assignments.poll();
    }

    /** Whether the cluster has answered once and the intake has taken over all that came of it. */
    boolean isSettled() {
        return complete && assignments.isEmpty();
    }

    /** The intake's positions, in the topics as it reads them, are out of the range that the cluster has. */
    void findAgain(Map<TopicIdPartition, Long> positions) {
        positions.forEach((partition, position) -> topics.get(Topics.DASHBOARD.indexOf(partition.topic()))
                .lose(partition.topicId(), partition.partition(), position));
        thread.execute(this::check);
    }

    private void check() {
        try {
            Set<TopicPartition> withoutLeader = new HashSet<>();
            for (WatchedTopic topic : topics) {
                withoutLeader.addAll(check(topic));
            }
            excused = false;
            degraded.reachable(withoutLeader);
            complete = true;
        } catch (ExecutionException e) {
            LOG.debugf(e, "the cluster did not answer");
            failed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Looking for topics failed; trying again", e);
        }
    }

    /**
     * One look in a row may fail: not the cluster but this process may have been away, asleep with its laptop, paused or
     * starved, for any part of the time. The next look, at once, tells.
     */
    private void failed() {
        if (thread.isShutdown()) {
            return;
        }
        if (excused) {
            degraded.unreachable();
        } else {
            excused = true;
            thread.execute(this::check);
        }
    }

    /** @return the partitions that nobody leads, so that nobody can read them */
    private Set<TopicPartition> check(WatchedTopic topic) throws ExecutionException, InterruptedException {
        Optional<TopicDescription> found = describe(topic.name());
        long nowMs = clock.millis();
        long sinceMs = nowMs - config.replayWindow().toMillis();
        @Nullable
        Assignment assignment = found.isEmpty()
                ? topic.absent()
                : topic.present(found.get(), new StartOffsets(started()), sinceMs, nowMs);
        if (assignment != null) {
            assignments.add(assignment);
        }
        return found.map(TopicWatch::withoutLeader).orElse(Set.of());
    }

    private static Set<TopicPartition> withoutLeader(TopicDescription topic) {
        return IntStream.range(0, topic.partitions().size())
                .filter(partition -> !WatchedTopic.hasLeader(topic, partition))
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toSet());
    }

    private Optional<TopicDescription> describe(String topic) throws ExecutionException, InterruptedException {
        KafkaFuture<TopicDescription> answer =
                started().describeTopics(List.of(topic)).topicNameValues().get(topic);
        try {
            return Optional.of(answer.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Admin started() {
        if (admin == null) {
            throw new IllegalStateException("not started");
        }
        return admin;
    }
}
