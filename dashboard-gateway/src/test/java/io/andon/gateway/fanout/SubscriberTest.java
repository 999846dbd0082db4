package io.andon.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.gateway.fanout.FanoutFixture.Window;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The loop is the test's own thread here, so everything has happened when a call returns. */
class SubscriberTest {

    private static final int ROOM_FOR_FEW_FRAMES = 1000;

    private final FanoutFixture fixture = new FanoutFixture(Window.WIDE);
    private final LoopLane lane = fixture.lanes.of(Runnable::run);
    private final RecordingConnection slow = new RecordingConnection();
    private final RecordingConnection other = new RecordingConnection();
    private final Subscriber subscriber = fixture.subscriber(slow, ROOM_FOR_FEW_FRAMES);

    private void attachBoth() {
        fixture.hubs.attach(FanoutFixture.TENANT, subscriber, lane, new Resume.Fresh());
        fixture.hubs.attach(FanoutFixture.TENANT, fixture.subscriber(other), lane, new Resume.Fresh());
    }

    private void read(int from, int to) {
        for (int offset = from; offset < to; offset++) {
            fixture.read(0, offset);
            fixture.hubs.dispatch();
        }
    }

    @Test
    void framesOfOneBatchGoOutInOneWrite() {
        attachBoth();

        fixture.read(0, 0);
        fixture.read(0, 1);
        fixture.read(1, 0);
        fixture.hubs.dispatch();

        assertThat(other.offsets()).containsExactly(0L, 1L, 0L);
        assertThat(other.writes).isEqualTo(1);
    }

    @Test
    void getsWhatWasHeldOnceItReadsAgain() {
        attachBoth();
        slow.full = true;
        read(0, 3);
        assertThat(slow.offsets()).isEmpty();

        slow.full = false;
        subscriber.drained();
        read(3, 4);

        assertThat(slow.offsets()).containsExactly(0L, 1L, 2L, 3L);
        assertThat(slow.text).doesNotContain("system.resync");
    }

    @Test
    void isToldToResyncWhenMoreHappenedThanIsHeld() {
        attachBoth();
        slow.full = true;
        read(0, 50);

        slow.full = false;
        subscriber.drained();
        read(50, 52);

        assertThat(slow.offsets()).containsExactly(50L, 51L);
        assertThat(slow.text.toString())
                .contains("id: workorder.events/0@49~AAAA,metrics.events/0@-1~AAAA\nevent: system.resync")
                .contains("slow-client");
        assertThat(other.offsets()).hasSize(52);
    }

    @Test
    void getsTheLatestNewsOfEachMetricOnceItReadsAgain() {
        attachBoth();
        slow.full = true;
        for (int offset = 0; offset < 100; offset++) {
            fixture.read(
                    FanoutFixture.TENANT, fixture.metric(offset, offset % 2 == 0 ? "turns_doi" : "inventory_aging"));
            fixture.hubs.dispatch();
        }
        read(0, 1);

        slow.full = false;
        subscriber.drained();

        assertThat(slow.offsets()).containsExactly(98L, 99L, 0L);
        assertThat(slow.text).doesNotContain("system.resync");
        assertThat(other.offsets()).hasSize(101);
        assertThat(fixture.registry.counter("andon.sse.events.coalesced").count())
                .isEqualTo(98);
    }

    @Test
    void isToldThatEventsAreLateAlthoughItsQueueWasDropped() {
        attachBoth();
        slow.full = true;
        read(0, 50);
        fixture.hubs.tellAll(position -> Optional.of(fixture.systemFrames.degraded(true, "kafka-unreachable")));
        fixture.hubs.tellAll(position -> Optional.of(fixture.systemFrames.degraded(false, "kafka-unreachable")));

        slow.full = false;
        subscriber.drained();

        assertThat(slow.text.toString())
                .containsOnlyOnce("event: system.resync")
                .containsOnlyOnce("system.degraded\n");
        assertThat(slow.text).contains("\"degraded\":false");
        read(50, 51);
        assertThat(slow.offsets()).containsExactly(50L);
    }

    @Test
    void getsNothingOfATopicThatHasBegunAnewMeanwhile() {
        attachBoth();
        slow.full = true;
        read(0, 2);
        fixture.hubs.reset(0, partition -> true);
        read(2, 3);

        slow.full = false;
        subscriber.drained();

        assertThat(slow.text).contains("topic-reset");
        assertThat(slow.offsets()).containsExactly(2L);
    }

    @Test
    void costsNobodyElseAnEventWhenItsConnectionIsBroken() {
        attachBoth();
        slow.broken = true;

        read(0, 2);

        assertThat(other.offsets()).containsExactly(0L, 1L);
        assertThat(slow.aborted).isTrue();
        assertThat(slow.over).isTrue();
    }

    @Test
    void nothingIsHeldForAClientThatHasLeft() {
        attachBoth();
        slow.full = true;
        read(0, 2);
        assertThat(queuedBytes()).isPositive();

        subscriber.closed(CloseReason.CLIENT_GONE);

        assertThat(queuedBytes()).isZero();
    }

    private double queuedBytes() {
        return fixture.registry.get("andon.sse.queue").gauge().value();
    }

    @Test
    void isCutOffWhenItReadsNothingForTooLong() {
        attachBoth();
        slow.full = true;
        read(0, 1);
        fixture.clock.advance(Duration.ofSeconds(61));

        fixture.lanes.closeStalledSince(fixture.clock.millis() - 60_000);

        assertThat(slow.aborted).isTrue();
        assertThat(slow.over).isTrue();
        assertThat(queuedBytes()).isZero();
        assertThat(other.aborted).isFalse();
        assertThat(fixture.hubs.stats(FanoutFixture.TENANT).connections()).isEqualTo(1);
    }

    @Test
    void isNotCutOffWhileItMakesProgress() {
        attachBoth();
        slow.full = true;
        read(0, 1);
        fixture.clock.advance(Duration.ofSeconds(50));
        slow.full = false;
        subscriber.drained();
        fixture.clock.advance(Duration.ofSeconds(50));

        fixture.lanes.closeStalledSince(fixture.clock.millis() - 60_000);

        assertThat(slow.aborted).isFalse();
    }

    @Test
    void aLastWordGoesOnlyToAClientThatReads() {
        attachBoth();
        slow.full = true;

        subscriber.close(CloseReason.SHUTDOWN, Buffer.buffer("bye"));
        other.subscriber.close(CloseReason.SHUTDOWN, Buffer.buffer("bye"));

        assertThat(slow.aborted).isTrue();
        assertThat(other.aborted).isFalse();
        assertThat(other.text).contains("bye");
        assertThat(fixture.metrics.connections()).isZero();
    }

    @Test
    void getsNothingAfterItHasClosed() {
        attachBoth();

        subscriber.closed(CloseReason.CLIENT_GONE);
        read(0, 1);

        assertThat(slow.offsets()).isEmpty();
        assertThat(other.offsets()).containsExactly(0L);
    }
}
