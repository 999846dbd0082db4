package io.andon.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.gateway.fanout.FanoutFixture.Window;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplayWindowTest {

    private final FanoutFixture fixture = new FanoutFixture(Window.WIDE);

    @Test
    void keepsTheNewestInNumber() {
        ReplayWindow window = new ReplayWindow(Window.of(3, 1_000_000, 1_000_000));

        add(window, 10);

        assertThat(window.select(frame -> true)).extracting(Frame::offset).containsExactly(7L, 8L, 9L);
        assertThat(window.evictedOffset(0)).isEqualTo(6);
        assertThat(window.evictedOffset(1)).isEqualTo(-1);
    }

    @Test
    void keepsTheNewestInBytes() {
        ReplayWindow window = new ReplayWindow(Window.of(1000, 2_000, 1_000_000));

        add(window, 100);

        assertThat(window.bytes()).isBetween(1_500L, 2_000L);
        assertThat(window.latest()).isNotNull().extracting(Frame::offset).isEqualTo(99L);
    }

    @Test
    void forgetsWhatIsTooOld() {
        ReplayWindow window = new ReplayWindow(Window.WIDE);
        add(window, 2);
        fixture.clock.advance(Duration.ofMinutes(4));
        window.add(fixture.frame(FanoutFixture.TENANT, 0, 2, "a"));
        fixture.clock.advance(Duration.ofMinutes(2));

        window.expire(fixture.clock.millis());

        assertThat(window.select(frame -> true)).extracting(Frame::offset).containsExactly(2L);
        assertThat(window.evictedOffset(0)).isEqualTo(1);
    }

    private void add(ReplayWindow window, int frames) {
        for (int offset = 0; offset < frames; offset++) {
            window.add(fixture.frame(FanoutFixture.TENANT, 0, offset, "a"));
        }
    }
}
