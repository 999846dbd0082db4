package io.andon.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Sends for a second to loops that take {@code tookNanos} a slice, and answers how many records that were. */
    private static int sentInASecond(Pace pace, long tookNanos) {
        int sent = 0;
        for (long now = 0; now < millis(1000); ) {
            int slice = pace.slice();
            sent += slice;
            now = pace.taken(slice, now, now + tookNanos);
        }
        return sent;
    }

    @Test
    void keepsTheRateWhereTheLoopsHaveTime() {
        Pace pace = new Pace(2000);
        sentInASecond(pace, 10_000);

        assertThat(sentInASecond(pace, 10_000)).isBetween(1900, 2020);
    }

    @Test
    void leavesTheLoopsThreeQuartersOfTheirTime() {
        Pace pace = new Pace(1_000_000);

        assertThat(pace.taken(1, 0, millis(5))).isEqualTo(millis(20));
    }

    @Test
    void sendsLessAtOnceWhereASliceTakesLongButWhatIsWorthAWrite() {
        Pace pace = new Pace(100_000);
        sentInASecond(pace, 10_000);
        assertThat(pace.slice()).isEqualTo(200);

        for (int i = 0; i < 10; i++) {
            pace.taken(pace.slice(), 0, millis(8));
        }

        assertThat(pace.slice()).isEqualTo(8);
    }

    @Test
    void sendsOneRecordAtOnceWhenTheRateIsLow() {
        Pace pace = new Pace(5);

        assertThat(sentInASecond(pace, 1000)).isBetween(5, 6);
    }
}
