package io.andon.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the relay did, for Prometheus. */
@ApplicationScoped
class OutboxMetrics {

    private final Clock clock;
    private final Counter published;
    private final Counter refused;
    private final Timer delay;

    OutboxMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        this.published = Counter.builder("andon_outbox_published")
                .description("Events that reached their topic")
                .register(registry);
        this.refused = Counter.builder("andon_outbox_refused")
                .description("Events that can never be sent as they are and that were set aside")
                .register(registry);
        this.delay = Timer.builder("andon_outbox_delay")
                .description("From the change to the broker's acknowledgement")
                .register(registry);
    }

    void relayed(List<OutboxRow> rows) {
        published.increment(rows.size());
        Instant now = clock.instant();
        rows.forEach(row -> delay.record(Duration.between(row.recordedAt(), now)));
    }

    void refused() {
        refused.increment();
    }
}
