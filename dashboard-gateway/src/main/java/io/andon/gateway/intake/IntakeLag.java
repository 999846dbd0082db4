package io.andon.gateway.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** How many records the gateway is behind, over all partitions, as of the last answers of the brokers. */
@Singleton
final class IntakeLag {

    private static final long INTERVAL_MS = 1000;

    private final Clock clock;
    private long updatedAtMs;
    private volatile long records;

    @Inject
    IntakeLag(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        Gauge.builder("andon.intake.lag", this, lag -> lag.records)
                .baseUnit("records")
                .description("Records in the topics that the gateway has not read yet")
                .register(registry);
    }

    /** Called on the intake's thread after each poll; asks no broker. */
    void update(Consumer<byte[], byte[]> consumer, Set<TopicPartition> partitions) {
        long now = clock.millis();
        if (now - updatedAtMs >= INTERVAL_MS) {
            updatedAtMs = now;
            records = partitions.stream()
                    .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                    .sum();
        }
    }
}
