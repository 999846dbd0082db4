package io.andon.gateway.intake;

import io.andon.events.Topics;
import io.andon.gateway.intake.Assignment.PartitionStart;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the cluster every few seconds which of the topics and partitions exist, and tells the intake what is new.
 *
 * <p>One thread of its own, which may wait for the cluster up to a timeout. It alone touches {@code known}; assignments
 * and requests to look again cross threads through the two queues, whose length is bounded by the number of partitions.
 */
@Singleton
final class TopicWatch {

    private static final Logger LOG = Logger.getLogger(TopicWatch.class);

    private final KafkaClients clients;
    private final IntakeConfig config;
    private final DegradedState degraded;
    private final Clock clock;
    private final Queue<Assignment> assignments = new ConcurrentLinkedQueue<>();
    private final Set<Integer> lost = ConcurrentHashMap.newKeySet();
    private final Map<Integer, KnownTopic> known = new HashMap<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "andon-topic-watch"));
    private volatile boolean complete;
    private @Nullable Admin admin;

    private record KnownTopic(Uuid id, int partitions) {}

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

    /** The intake's positions in a topic are out of the range that the cluster has. */
    void findAgain(int topic) {
        lost.add(topic);
        thread.execute(this::check);
    }

    private void check() {
        try {
            for (int topic = 0; topic < Topics.DASHBOARD.size(); topic++) {
                check(topic);
            }
            complete = true;
            degraded.reachable();
        } catch (ExecutionException e) {
            LOG.debugf(e, "the cluster did not answer");
            degraded.unreachable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Looking for topics failed; trying again", e);
        }
    }

    private void check(int topic) throws ExecutionException, InterruptedException {
        Optional<TopicDescription> found = describe(Topics.DASHBOARD.get(topic));
        KnownTopic before = known.get(topic);
        if (found.isEmpty()) {
            if (before != null) {
                LOG.warnf("Topic %s has vanished", Topics.DASHBOARD.get(topic));
                assignments.add(Assignment.vanished(topic));
                known.remove(topic);
            }
            return;
        }
        KnownTopic now =
                new KnownTopic(found.get().topicId(), found.get().partitions().size());
        boolean reset = before != null && (!before.id().equals(now.id()) || lost.contains(topic));
        if (before == null || reset || before.partitions() < now.partitions()) {
            int from = before == null || reset ? 0 : before.partitions();
            assignments.add(assignment(topic, now, from, reset));
            lost.remove(topic);
            known.put(topic, now);
        }
    }

    private Assignment assignment(int topic, KnownTopic now, int fromPartition, boolean reset)
            throws ExecutionException, InterruptedException {
        String name = Topics.DASHBOARD.get(topic);
        long sinceMs = clock.millis() - config.replayWindow().toMillis();
        List<Integer> added =
                IntStream.range(fromPartition, now.partitions()).boxed().toList();
        List<PartitionStart> starts = new StartOffsets(started()).of(name, added, sinceMs);
        LOG.infof(
                "Reading %s, partitions %d to %d%s", name, fromPartition, now.partitions() - 1, reset ? ", anew" : "");
        return new Assignment(topic, now.id(), now.partitions(), starts, reset, sinceMs);
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
