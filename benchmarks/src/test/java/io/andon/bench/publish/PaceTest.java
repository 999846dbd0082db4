package io.andon.bench.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void keepsAboutAsManyDeliveriesInFlight() {
        assertThat(Pace.Window.of(50_000, 1_000).rounds()).isEqualTo(50);
    }

    @Test
    void keepsAFewEventsInFlightHoweverManySubscribersThereAre() {
        assertThat(Pace.Window.of(50_000, 20_000).rounds()).isEqualTo(10);
        assertThat(Pace.Window.of(50_000, 1).rounds()).isEqualTo(256);
    }
}
