package io.andon.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.gateway.fanout.FanoutFixture.Window;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingEventsTest {

    private static final int PLENTY = 1_000_000;

    private final FanoutFixture fixture = new FanoutFixture(Window.WIDE);

    private PendingEvents pending(int maxBytes) {
        return new PendingEvents(maxBytes, fixture.metrics);
    }

    private Frame frame(int offset) {
        return fixture.frame(FanoutFixture.TENANT, 0, offset, "production:changed");
    }

    private static List<Long> drain(PendingEvents pending) {
        List<Frame> frames = new ArrayList<>();
        while (pending.next(frames) != null) {
            assertThat(frames).isNotEmpty();
        }
        return frames.stream().map(Frame::offset).toList();
    }

    @Test
    void keepsTheOrder() {
        PendingEvents pending = pending(PLENTY);
        for (int offset = 0; offset < 1000; offset++) {
            pending.add(frame(offset));
        }

        assertThat(drain(pending)).hasSize(1000).isSorted();
        assertThat(pending.isEmpty()).isTrue();
    }

    @Test
    void aLaterEventOfAMetricTakesTheEarlierOnesPlaceAtTheEnd() {
        PendingEvents pending = pending(PLENTY);
        pending.add(fixture.metric(0, "turns_doi"));
        pending.add(fixture.metric(1, "inventory_aging"));
        pending.add(frame(2));
        pending.add(fixture.metric(3, "turns_doi"));

        assertThat(drain(pending)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void hasRoomForALaterEventOfAMetricWhereThereIsRoomForOne() {
        Frame first = fixture.metric(10, "turns_doi");
        PendingEvents pending = pending(first.length());

        assertThat(pending.add(first)).isTrue();
        assertThat(pending.add(fixture.metric(11, "turns_doi"))).isTrue();
        assertThat(pending.add(fixture.metric(12, "inventory_aging"))).isFalse();
        assertThat(drain(pending)).containsExactly(11L);
    }

    @Test
    void hasRoomForOneHeartbeatAlsoWhenItIsFull() {
        Frame first = frame(0);
        PendingEvents pending = pending(first.length());
        pending.add(first);

        for (int i = 0; i < 100; i++) {
            assertThat(pending.add(fixture.systemFrames.heartbeat(first.position())))
                    .isTrue();
        }
        assertThat(pending.add(frame(1))).isFalse();

        Buffer piece = pending.next(new ArrayList<>());
        assertThat(piece.toString()).startsWith(first.bytes().toString()).containsOnlyOnce("event: system.heartbeat");
    }

    @Test
    void piecesAreBoundedAndAPieceOfOneEventIsNotCopied() {
        PendingEvents pending = pending(PLENTY);
        for (int offset = 0; offset < 1000; offset++) {
            pending.add(frame(offset));
        }

        Buffer piece = pending.next(new ArrayList<>());
        assertThat(piece.length()).isBetween(60 * 1024, 64 * 1024);

        drain(pending);
        Frame last = frame(1000);
        pending.add(last);
        assertThat(pending.next(new ArrayList<>())).isSameAs(last.bytes());
    }

    @Test
    void whatIsHeldIsKnownToTheByte() {
        PendingEvents pending = pending(PLENTY);
        Frame kept = fixture.metric(7, "turns_doi");
        pending.add(fixture.metric(123_456, "turns_doi"));
        pending.add(kept);

        assertThat(held()).isEqualTo(kept.length());
        pending.add(frame(1));
        pending.dropReplaceable();
        assertThat(held()).isZero();
        pending.add(frame(2));
        pending.clear();
        assertThat(held()).isZero();
    }

    private double held() {
        return fixture.registry.get("andon.sse.queue").gauge().value();
    }
}
