package io.andon.gateway.replay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What this instance shows again, for meters and for people. Written by the replay's thread, read by any. */
@Singleton
public final class ReplayMetrics {

    private final Counter records;
    private volatile List<RunningReplay> running = List.of();

    @Inject
    ReplayMetrics(MeterRegistry registry) {
        records = Counter.builder("andon.replay.records")
                .description("Records shown again because an operator wished it")
                .register(registry);
        Gauge.builder("andon.replay.active", this, metrics -> metrics.running.size())
                .baseUnit("partitions")
                .description("Partitions that are being shown again")
                .register(registry);
        Gauge.builder("andon.replay.remaining", this, ReplayMetrics::remaining)
                .baseUnit("records")
                .description("Offsets that are yet to be shown again by this instance")
                .register(registry);
    }

    private double remaining() {
        return running.stream().mapToLong(replay -> replay.to() - replay.next()).sum();
    }

    void shown(int count) {
        records.increment(count);
    }

    void update(Map<TopicPartition, PartitionReplay> replays) {
        running = replays.entrySet().stream()
                .map(replay -> running(replay.getKey(), replay.getValue()))
                .toList();
    }

    private static RunningReplay running(TopicPartition partition, PartitionReplay replay) {
        Wish wish = replay.wish();
        long from = wish == null ? replay.next() : wish.from();
        long to = wish == null ? replay.next() : wish.to();
        return new RunningReplay(partition.topic(), partition.partition(), from, to, replay.next());
    }

    /** The replays under way. */
    public List<RunningReplay> running() {
        return running;
    }
}
