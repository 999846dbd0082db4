package io.andon.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.TenantId;
import io.andon.gateway.access.StreamIdentity;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamLimitsTest {

    private static final int MANY = 100_000;

    private long now;

    private StreamLimits limits(Map<String, String> settings, int maxStreams) {
        SmallRyeConfigBuilder config =
                new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(StreamConfig.class);
        settings.forEach((key, value) -> config.withDefaultValue("andon.stream." + key, value));
        return new StreamLimits(config.build().getConfigMapping(StreamConfig.class), maxStreams, () -> now);
    }

    private static StreamIdentity person(String tenant, int number) {
        return new StreamIdentity(new TenantId(tenant), "person-" + number, false, Instant.MAX, null);
    }

    private static Optional<RefusalReason> tryAcquire(StreamLimits limits, StreamIdentity identity) {
        return limits.tryAcquire(identity).map(Refused::reason);
    }

    /** How many of so many attempts succeed, each of which leaves again at once. */
    private static int connectAndDrop(StreamLimits limits, StreamIdentity identity, int attempts) {
        int opened = 0;
        for (int i = 0; i < attempts; i++) {
            if (limits.tryAcquire(identity).isEmpty()) {
                limits.release(identity);
                opened++;
            }
        }
        return opened;
    }

    @Test
    void saysWhichLimitIsReached() {
        StreamLimits limits = limits(Map.of("max-per-user", "2", "max-per-tenant", "3"), 4);

        assertThat(tryAcquire(limits, person("a", 1))).isEmpty();
        assertThat(tryAcquire(limits, person("a", 1))).isEmpty();
        assertThat(tryAcquire(limits, person("a", 1))).contains(RefusalReason.TOO_MANY_STREAMS_OF_USER);
        assertThat(tryAcquire(limits, person("a", 2))).isEmpty();
        assertThat(tryAcquire(limits, person("a", 3))).contains(RefusalReason.TOO_MANY_STREAMS_OF_TENANT);
        assertThat(tryAcquire(limits, person("b", 1))).isEmpty();
        assertThat(tryAcquire(limits, person("c", 1))).contains(RefusalReason.TOO_MANY_STREAMS);

        limits.release(person("a", 1));
        assertThat(tryAcquire(limits, person("c", 1))).isEmpty();
        assertThat(limits.users(new TenantId("a"))).isEqualTo(2);
    }

    @Test
    void allDashboardsOfATenantMayComeBackAtOnce() {
        StreamLimits limits = limits(Map.of(), MANY);

        for (int i = 0; i < 10_000; i++) {
            assertThat(tryAcquire(limits, person("a", i))).isEmpty();
        }
    }

    @Test
    void aPersonsRunawayLoopIsSlowedDownAndNobodyElse() {
        StreamLimits limits = limits(Map.of(), MANY);

        assertThat(connectAndDrop(limits, person("a", 1), 10_000)).isEqualTo(5_000);
        assertThat(tryAcquire(limits, person("a", 1))).contains(RefusalReason.TOO_FAST_FOR_USER);
        assertThat(tryAcquire(limits, person("a", 2))).isEmpty();

        now += Duration.ofSeconds(1).toNanos();
        assertThat(connectAndDrop(limits, person("a", 1), 10_000)).isEqualTo(50);
        now += Duration.ofHours(1).toNanos();
        assertThat(connectAndDrop(limits, person("a", 1), 10_000)).isEqualTo(5_000);
    }

    @Test
    void aTenantsRunawayLoopIsSlowedDownAndNobodyElse() {
        StreamLimits limits = limits(Map.of("max-per-tenant", "100", "max-new-per-tenant", "10"), MANY);

        for (int i = 0; i < 100; i++) {
            assertThat(connectAndDrop(limits, person("a", i), 1)).isOne();
        }
        assertThat(tryAcquire(limits, person("a", 1))).contains(RefusalReason.TOO_FAST_FOR_TENANT);
        assertThat(tryAcquire(limits, person("b", 1))).isEmpty();

        now += Duration.ofSeconds(2).toNanos();
        assertThat(connectAndDrop(limits, person("a", 1), 100)).isEqualTo(20);
    }

    @Test
    void theRefusedAreToldToComeBackOneAfterAnother() {
        StreamLimits limits = limits(Map.of("max-per-user", "1", "max-new-per-user", "100"), MANY);
        limits.tryAcquire(person("a", 1));

        List<Long> delays = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            delays.add(limits.tryAcquire(person("a", 1)).orElseThrow().delayMs());
        }

        assertThat(delays).isSorted();
        assertThat(delays.get(999)).isEqualTo(9_990);
        now += Duration.ofSeconds(20).toNanos();
        assertThat(limits.tryAcquire(person("a", 1)).orElseThrow().delayMs()).isZero();
    }

    @Test
    void nobodyIsToldToStayAwayForLongerThanAMinute() {
        StreamLimits limits = limits(Map.of("max-per-user", "1", "max-new-per-user", "1"), MANY);
        limits.tryAcquire(person("a", 1));

        for (int i = 0; i < 500; i++) {
            assertThat(limits.tryAcquire(person("a", 1)).orElseThrow().delayMs())
                    .isLessThanOrEqualTo(60_000);
        }
    }
}
