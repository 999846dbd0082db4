package io.andon.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long INTERVAL = 1000;

    /** The clock of the JVM may be anywhere, and may pass the greatest number there is. */
    private long now = Long.MAX_VALUE - 2500;

    private final Pace pace = new Pace(() -> now);

    @Test
    void whatWasTakenIsPaidBackWithTime() {
        assertThat(pace.aheadNanos("a")).isZero();

        pace.take("a", INTERVAL);
        pace.take("a", INTERVAL);
        pace.take("a", INTERVAL);

        assertThat(pace.aheadNanos("a")).isEqualTo(3000);
        assertThat(pace.aheadNanos("b")).isZero();
        now += 2600;
        assertThat(pace.aheadNanos("a")).isEqualTo(400);
        now += 100_000;
        assertThat(pace.aheadNanos("a")).isZero();
    }

    @Test
    void forgetsThoseWhoAreAtRest() {
        for (int key = 0; key < 1_000_000; key++) {
            pace.take(key, INTERVAL);
            now += 10;
        }

        assertThat(pace.size()).isLessThanOrEqualTo(1024);
        assertThat(pace.aheadNanos(999_999)).isEqualTo(990);
    }
}
