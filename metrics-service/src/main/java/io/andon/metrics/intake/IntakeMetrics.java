package io.andon.metrics.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far the intake is behind, and what it could not use, for Prometheus. */
@ApplicationScoped
class IntakeMetrics {

    private final MeterRegistry registry;
    private final Map<String, Long> lagRecords = new ConcurrentHashMap<>();
    private final Counter failures;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.failures = Counter.builder("andon_intake_failures")
                .description("Batches that could not be applied and are read again")
                .register(registry);
        for (String topic : Intake.TOPICS) {
            lagRecords.put(topic, 0L);
            Gauge.builder("andon_intake_lag_records", lagRecords, lag -> lag.getOrDefault(topic, 0L))
                    .description("Records of this instance's partitions that wait to be applied")
                    .tag("topic", topic)
                    .register(registry);
            poison(topic);
        }
    }

    void lag(String topic, long records) {
        lagRecords.put(topic, records);
    }

    void failed() {
        failures.increment();
    }

    void applied(String topic, int records) {
        Counter.builder("andon_intake_records")
                .description("Records read and done with")
                .tag("topic", topic)
                .register(registry)
                .increment(records);
    }

    Counter poison(String topic) {
        return Counter.builder("andon_poison_records")
                .description("Records that could not be processed and went to a dead-letter topic")
                .tag("topic", topic)
                .register(registry);
    }
}
