package io.andon.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.DefaultEventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpiriesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final DefaultEventLoop loop = new DefaultEventLoop();
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final WallClock clock = new WallClock(Instant.parse("2026-11-24T08:00:00Z"));
    private final Expiries expiries = new Expiries(loop, clock);

    @AfterEach
    void stopLoop() {
        loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }

    private <T> T onLoop(Callable<T> call) throws Exception {
        return loop.submit(call).get();
    }

    private Expiries.Expiry add(String name, long inMs) throws Exception {
        return onLoop(() -> expiries.add(clock.millis() + inMs, () -> ended.add(name)));
    }

    /** As after a sleep of the machine, which no timer counts. */
    @Test
    void areSeenAlthoughOnlyTheWallClockKnowsThatTheirTimeIsOver() throws Exception {
        add("later", DAY);
        add("sooner", HOUR);

        clock.advance(Duration.ofMillis(HOUR));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ended).containsExactly("sooner"));
    }

    @Test
    void happenInTheirOrderAndNotAtOnceEvenIfTheirTimeIsOver() throws Exception {
        boolean noneYet = onLoop(() -> {
            expiries.add(clock.millis() - 1, () -> ended.add("second"));
            expiries.add(clock.millis() - 2, () -> ended.add("first"));
            return ended.isEmpty();
        });

        assertThat(noneYet).isTrue();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ended).containsExactly("first", "second"));
    }

    @Test
    void doNotHappenOnceTheyAreTakenOut() throws Exception {
        Expiries.Expiry gone = add("gone", HOUR);
        add("stays", HOUR);
        onLoop(() -> {
            expiries.remove(gone);
            return true;
        });

        clock.advance(Duration.ofMillis(DAY));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ended).containsExactly("stays"));
    }
}
