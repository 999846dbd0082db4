package io.andon.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final long MILLISECOND = 1_000_000;

    @Test
    void joinsTheDeliveriesOfAllLoops() {
        Tally one = new Tally();
        Tally other = new Tally();
        for (int i = 1; i <= 50; i++) {
            one.took(i * MILLISECOND);
            other.took((50 + i) * MILLISECOND);
        }

        Percentiles delivery = sum(one, other).delivery();

        assertThat(delivery.count()).isEqualTo(100);
        assertThat(delivery.p50()).isCloseTo(50, within(0.1));
        assertThat(delivery.p99()).isCloseTo(99, within(0.1));
        assertThat(delivery.max()).isCloseTo(100, within(0.1));
    }

    @Test
    void anEventHasArrivedWhenItsLastSubscriberHasIt() {
        Tally one = new Tally();
        Tally other = new Tally();
        one.arrivals.arrived(1, 2 * MILLISECOND);
        one.arrivals.arrived(1, 8 * MILLISECOND);
        one.arrivals.arrived(2, 3 * MILLISECOND);
        other.arrivals.arrived(1, 5 * MILLISECOND);
        other.arrivals.arrived(2, 4 * MILLISECOND);

        Percentiles toLast = sum(one, other).toLast();

        assertThat(toLast.count()).isEqualTo(2);
        assertThat(toLast.p50()).isCloseTo(4, within(0.1));
        assertThat(toLast.max()).isCloseTo(8, within(0.1));
    }

    @Test
    void keepsTheFirstFailure() {
        Tally one = new Tally();
        one.failed("status 503");
        one.failed("status 404");

        assertThat(sum(one, new Tally()).failure()).isEqualTo("status 503");
        assertThat(sum(one).failed()).isEqualTo(2);
    }

    private static Counts sum(Tally... tallies) {
        return Tally.sum(List.of(tallies), 1, 0, 0, 0);
    }
}
