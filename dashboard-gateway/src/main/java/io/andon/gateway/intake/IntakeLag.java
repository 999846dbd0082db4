package io.andon.gateway.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the gateway is behind, over all partitions, as of the last answers of the brokers.
 *
 * <p>The intake's thread updates it, the scrape reads it. The time goes on while nothing is read, be it that Kafka is
 * away, that a partition has no leader, or that the intake waits for the loops.
 */
@Singleton
final class IntakeLag {

    private static final long INTERVAL_MS = 1000;

    private final DegradedState degraded;
    private final Clock clock;
    private final Map<TopicPartition, Long> atEndMs = new HashMap<>();
    private long updatedAtMs;
    private volatile long records;
    private volatile long leastAtEndMs;

    @Inject
    IntakeLag(MeterRegistry registry, DegradedState degraded, Clock clock) {
        this.degraded = degraded;
        this.clock = clock;
        Gauge.builder("andon.intake.lag.records", this, lag -> lag.records)
                .baseUnit("records")
                .description("Records in the topics that the gateway has not read yet")
                .register(registry);
        Gauge.builder("andon.intake.lag.seconds", this, IntakeLag::seconds)
                .baseUnit("seconds")
                .description("Time since some partition was last read to its end: no unread record waits for longer")
                .register(registry);
    }

    /** Called on the intake's thread after each poll; asks no broker. */
    void update(Consumer<byte[], byte[]> consumer, Set<TopicPartition> partitions) {
        long now = clock.millis();
        if (now - updatedAtMs < INTERVAL_MS) {
            return;
        }
        updatedAtMs = now;
        atEndMs.keySet().retainAll(partitions);
        long sum = 0;
        long least = now;
        for (TopicPartition partition : partitions) {
            OptionalLong lag = consumer.currentLag(partition);
            sum += lag.orElse(0);
            if (lag.orElse(1) == 0 && degraded.canRead(partition)) {
                atEndMs.put(partition, now);
            }
            least = Math.min(least, atEndMs.computeIfAbsent(partition, found -> now));
        }
        records = sum;
        leastAtEndMs = least;
    }

    /** What {@link #update} has just seen counts as the present until it is due again. */
    private double seconds() {
        long least = leastAtEndMs;
        return least == 0 ? 0 : Math.max(0, clock.millis() - least - INTERVAL_MS) / 1000.0;
    }
}
