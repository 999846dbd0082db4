package io.andon.gateway.fanout;

import io.andon.events.EventType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What the fan-out counts. No meter has a tenant in a label: tenants come and go, and their number has no bound. */
@Singleton
public final class FanoutMetrics {

    private final Clock clock;
    private final AtomicLong connections = new AtomicLong();
    private final LongAdder queuedBytes = new LongAdder();
    private final Counter opened;
    private final Counter coalesced;
    private final Map<CloseReason, Counter> closed = new EnumMap<>(CloseReason.class);
    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Counter resumedFromKafka;
    private final Map<String, Counter> sent = new HashMap<>();
    private final Counter sentOfUnknownType;
    private final Timer delivery;

    @Inject
    public FanoutMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        Gauge.builder("andon.sse.connections", connections, AtomicLong::get)
                .description("Open streams")
                .register(registry);
        Gauge.builder("andon.sse.queue", queuedBytes, LongAdder::sum)
                .baseUnit("bytes")
                .description("Held for clients whose transport is full")
                .register(registry);
        opened = registry.counter("andon.sse.connections.opened");
        coalesced = Counter.builder("andon.sse.events.coalesced")
                .description("Replaced by a later one before a slow client took them")
                .register(registry);
        for (CloseReason reason : CloseReason.values()) {
            closed.put(reason, registry.counter("andon.sse.connections.closed", "reason", reason.wireName()));
        }
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, resumes(registry, outcome, outcome == Outcome.RESUMED ? "window" : "none"));
        }
        resumedFromKafka = resumes(registry, Outcome.RESUMED, "kafka");
        for (EventType type : EventType.values()) {
            sent.put(type.wireName(), registry.counter("andon.sse.events.sent", "type", type.wireName()));
        }
        sentOfUnknownType = registry.counter("andon.sse.events.sent", "type", "other");
        delivery = Timer.builder("andon.sse.delivery")
                .description("From an event's ce_time to the write to its subscribers' sockets")
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .register(registry);
    }

    private static Counter resumes(MeterRegistry registry, Outcome outcome, String source) {
        return Counter.builder("andon.sse.resumes")
                .description("How streams began, and where what they had missed came from")
                .tags("outcome", outcome.wireName(), "source", source)
                .register(registry);
    }

    public void opened() {
        connections.incrementAndGet();
        opened.increment();
    }

    public void resumed(Resumption resumption) {
        Counter counter = resumption.recovered() ? resumedFromKafka : outcomes.get(resumption.outcome());
        counter.increment();
    }

    public void closed(CloseReason reason) {
        connections.decrementAndGet();
        closed.get(reason).increment();
    }

    void coalesced() {
        coalesced.increment();
    }

    void queued(long bytes) {
        queuedBytes.add(bytes);
    }

    /** Frames went to as many subscribers in one write each. */
    void sent(List<Frame> frames, int subscribers) {
        if (subscribers > 0) {
            long nowMs = clock.millis();
            for (Frame frame : frames) {
                countSent(frame.type(), subscribers);
                delivery.record(Math.max(0, nowMs - frame.occurredAtMs()), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Records were shown again; when they happened says nothing about how fast they came. */
    void replayed(List<ReplayedFrame> frames, int subscribers) {
        frames.forEach(frame -> countSent(frame.type(), subscribers));
    }

    private void countSent(String type, int subscribers) {
        sent.getOrDefault(type, sentOfUnknownType).increment(subscribers);
    }

    public long connections() {
        return connections.get();
    }
}
