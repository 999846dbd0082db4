package io.andon.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.gateway.fanout.FanoutFixture.Window;
import io.andon.gateway.position.StreamPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NewcomerTest {

    private final FanoutFixture fixture = new FanoutFixture(Window.of(10, 1_000_000, 1_000_000));
    private final LoopLane loop = fixture.lanes.of(Runnable::run);
    private final RecordingConnection connection = new RecordingConnection();
    private final Subscriber subscriber = fixture.subscriber(connection);
    private final Newcomer newcomer = new Newcomer(fixture.hubs, FanoutFixture.TENANT, subscriber, loop);
    private final List<String> said = new ArrayList<>();

    private List<Frame> frames(int from, int to) {
        List<Frame> frames = new ArrayList<>();
        for (int offset = from; offset < to; offset++) {
            frames.add(fixture.frame(FanoutFixture.TENANT, 0, offset, "production:changed"));
        }
        return frames;
    }

    private StreamPosition at(long offset) {
        return fixture.hubs.present(FanoutFixture.TENANT).with(0, offset);
    }

    @Test
    void getsItsPastThenTheWindowThenWhatIsNew() {
        for (int offset = 0; offset < 30; offset++) {
            fixture.read(0, offset);
        }

        newcomer.begin(Resumption.recovered(at(4)));
        newcomer.give(frames(5, 20), () -> said.add("taken"));
        assertThat(newcomer.join(new Resume.After(at(19)))).isEmpty();
        fixture.read(0, 30);
        fixture.hubs.dispatch();

        assertThat(said).containsExactly("taken");
        assertThat(connection.offsets())
                .containsExactlyElementsOf(LongStream.rangeClosed(5, 30).boxed().toList());
        assertThat(fixture.hubs.stats(FanoutFixture.TENANT).connections()).isEqualTo(1);
    }

    @Test
    void doesNotJoinWhileTheWindowIsAhead() {
        for (int offset = 0; offset < 30; offset++) {
            fixture.read(0, offset);
        }

        assertThat(newcomer.join(new Resume.After(at(10))))
                .containsInstanceOf(WindowGap.class)
                .hasValueSatisfying(gap -> assertThat(((WindowGap) gap).until()).isEqualTo(at(19)));
        assertThat(fixture.hubs.stats(FanoutFixture.TENANT).connections()).isZero();
    }

    @Test
    void getsTheRestOfAChunkWhenItReadsAgain() {
        connection.full = true;

        newcomer.give(frames(0, 5), () -> said.add("taken"));
        assertThat(said).isEmpty();
        assertThat(connection.offsets()).isEmpty();

        connection.full = false;
        subscriber.drained();

        assertThat(said).containsExactly("taken");
        assertThat(connection.offsets()).hasSize(5);
    }

    @Test
    void leavesBeforeItHasJoined() {
        newcomer.whenGone(() -> said.add("gone"));
        connection.full = true;
        newcomer.give(frames(0, 5), () -> said.add("taken"));

        subscriber.closed(CloseReason.CLIENT_GONE);
        connection.full = false;
        subscriber.drained();

        assertThat(said).containsExactly("gone");
        assertThat(connection.offsets()).isEmpty();
    }

    @Test
    void isCutOffOnce() {
        newcomer.cutOff();
        newcomer.cutOff();

        assertThat(connection.aborted).isTrue();
        assertThat(fixture.metrics.connections()).isZero();
    }

    @Test
    void isToldWhenItsPastEndsBeforeItIsComplete() {
        newcomer.begin(Resumption.recovered(at(4)));

        newcomer.join(new Resume.GivenUp(ResyncReason.RECOVERY_FAILED));

        assertThat(connection.resumption).isNotNull().satisfies(live -> {
            assertThat(live.outcome()).isEqualTo(Outcome.RESYNC);
            assertThat(live.reason()).isEqualTo(ResyncReason.RECOVERY_FAILED);
        });
        assertThat(fixture.hubs.stats(FanoutFixture.TENANT).resyncs()).isEqualTo(1);
    }
}
