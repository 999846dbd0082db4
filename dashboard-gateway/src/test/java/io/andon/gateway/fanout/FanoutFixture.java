package io.andon.gateway.fanout;

import io.andon.events.CloudEvent;
import io.andon.events.TenantId;
import io.andon.gateway.Instance;
import io.andon.gateway.position.StreamPosition;
import io.andon.gateway.position.TopicPositions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.Uuid;

/** A fan-out of one tenant, whose two topics have one partition each; the test is its intake. */
final class FanoutFixture {

    static final TenantId TENANT = new TenantId("alder-street");
    static final Uuid TOPIC_ID = Uuid.ZERO_UUID;

    final MutableClock clock = new MutableClock();
    final TopicPositions positions = new TopicPositions();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final FanoutMetrics metrics = new FanoutMetrics(registry, clock);
    final SystemFrames systemFrames = new SystemFrames(new Instance("gateway-test", "1"), clock);
    final Lanes lanes = new Lanes();
    final TenantHubs hubs;

    /** Limits of the window. */
    record Window(int maxEvents, MemorySize maxBytes, MemorySize totalBytes, Duration maxAge) implements WindowConfig {
        static final Window WIDE = of(10_000, 10_000_000, 10_000_000);

        static Window of(int maxEvents, long maxBytes, long totalBytes) {
            return new Window(maxEvents, size(maxBytes), size(totalBytes), Duration.ofMinutes(5));
        }

        private static MemorySize size(long bytes) {
            return new MemorySize(BigInteger.valueOf(bytes));
        }
    }

    /** A clock that stands still until it is moved. */
    static final class MutableClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-24T08:00:00Z");

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    FanoutFixture(WindowConfig window) {
        hubs = new TenantHubs(window, positions, systemFrames, metrics, clock);
        positions.begin(0, TOPIC_ID, new long[] {-1});
        positions.begin(1, TOPIC_ID, new long[] {-1});
        positions.coverSince(clock.millis() - Duration.ofMinutes(5).toMillis());
    }

    /** Reads one record of the tenant, as the intake does. */
    Frame read(int topic, long offset) {
        return read(TENANT, topic, offset);
    }

    Frame read(TenantId tenant, int topic, long offset) {
        return read(tenant, frame(tenant, topic, offset, "production:changed"));
    }

    Frame read(TenantId tenant, Frame frame) {
        hubs.append(tenant, frame);
        positions.advance(frame.topic(), 0, frame.offset());
        return frame;
    }

    Frame frame(TenantId tenant, int topic, long offset, String type) {
        return frame(tenant, topic, offset, type, "{\"offset\":" + offset + "}");
    }

    /** Says that a metric has new figures. */
    Frame metric(long offset, String metric) {
        return frame(TENANT, 1, offset, "metrics:updated", "{\"metric\":\"" + metric + "\",\"offset\":" + offset + "}");
    }

    private Frame frame(TenantId tenant, int topic, long offset, String type, String json) {
        byte[] data = json.getBytes(StandardCharsets.UTF_8);
        CloudEvent event = new CloudEvent(UUID.randomUUID(), tenant, type, "/test", "test/1", clock.instant(), data);
        StreamPosition position = positions.of(tenant).with(topic, offset);
        return FrameEncoder.encode(event, topic, true, position, clock.millis(), clock.millis());
    }

    Subscriber subscriber(RecordingConnection connection) {
        return subscriber(connection, 1_000_000);
    }

    Subscriber subscriber(RecordingConnection connection, int maxQueuedBytes) {
        Subscriber subscriber = new Subscriber(
                "test", TypeFilter.ALL, connection, maxQueuedBytes, clock, metrics, closed -> connection.over = true);
        connection.subscriber = subscriber;
        return subscriber;
    }
}
