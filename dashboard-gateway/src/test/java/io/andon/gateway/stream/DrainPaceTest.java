package io.andon.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainPaceTest {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private static int due(DrainPace pace, long millis) {
        return pace.dueAfter(Duration.ofMillis(millis).toNanos());
    }

    @Test
    void closesSoManyASecond() {
        DrainPace pace = new DrainPace(5000, 500, GRACE);

        assertThat(due(pace, 0)).isOne();
        for (int second = 1; second < 10; second++) {
            assertThat(due(pace, second * 1000L)).isEqualTo(1 + second * 500);
        }
        assertThat(due(pace, 10_000)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void goesFasterIfTheTimeWouldNotSuffice() {
        DrainPace pace = new DrainPace(30_000, 500, GRACE);

        assertThat(due(pace, 7_500)).isEqualTo(15_001);
        assertThat(due(pace, 15_000)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aFewStreamsAreClosedAtOnce() {
        assertThat(due(new DrainPace(3, 500, GRACE), 10)).isEqualTo(Integer.MAX_VALUE);
        assertThat(due(new DrainPace(0, 500, GRACE), 1)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void withoutTimeAllAreClosedAtOnce() {
        assertThat(due(new DrainPace(1000, 500, Duration.ZERO), 1)).isEqualTo(Integer.MAX_VALUE);
    }
}
