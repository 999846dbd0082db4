package io.andon.gateway.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.andon.gateway.fanout.Resume;
import io.andon.gateway.fanout.ResyncReason;
import io.andon.gateway.fanout.WindowGap;
import io.andon.gateway.position.StreamPosition;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecoveryLaneTest {

    private static final long DEADLINE_MS = 1000;
    private static final StreamPosition START =
            StreamPosition.parse("workorder.events/0@1").orElseThrow();
    private static final WindowGap GAP = new WindowGap(new Resume.After(START), START, START);
    private static final Passage PASSAGE = Passage.between(START, START);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GatedReaders readers = new GatedReaders();
    private final RecoveryLane lane = new RecoveryLane(new Config(), readers, registry);

    /** Two take turns, one may wait. */
    private record Config() implements RecoveryConfig {
        @Override
        public int readers() {
            return 2;
        }

        @Override
        public int maxConcurrent() {
            return 2;
        }

        @Override
        public int maxWaiting() {
            return 1;
        }

        @Override
        public int maxRecords() {
            return 10;
        }

        @Override
        public MemorySize maxBytes() {
            return new MemorySize(BigInteger.TEN);
        }

        @Override
        public Duration timeout() {
            return Duration.ofMillis(DEADLINE_MS);
        }

        @Override
        public Duration catchUp() {
            return Duration.ofMillis(DEADLINE_MS);
        }

        @Override
        public Duration maxStall() {
            return Duration.ofMillis(DEADLINE_MS);
        }
    }

    /** Readers whose chunks come when the test says so, or not at all. */
    private static final class GatedReaders implements Readers {
        private final BlockingQueue<Boolean> gate = new LinkedBlockingQueue<>();

        @Override
        public Chunk use(Function<TopicReader, Chunk> task) {
            try {
                if (gate.take()) {
                    return new Chunk(PASSAGE, List.of(), PASSAGE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new RecoveryException(ResyncReason.RECOVERY_FAILED);
        }

        @Override
        public void close() {
            gate.clear();
        }
    }

    private static final class Client extends Recovery {
        private final BlockingQueue<Chunk> received = new LinkedBlockingQueue<>();
        private volatile @Nullable ResyncReason reason;
        private volatile boolean abandoned;

        private Client() {
            super(GAP, DEADLINE_MS);
        }

        private Chunk next() throws InterruptedException {
            return received.poll(10, TimeUnit.SECONDS);
        }

        @Override
        ChunkBuilder chunk(Passage passage) {
            throw new IllegalStateException("nothing is read here");
        }

        @Override
        void receive(Chunk chunk) {
            received.add(chunk);
        }

        @Override
        void giveUp(ResyncReason why) {
            reason = why;
        }

        @Override
        void checkOn(long nowMs) {
            abandoned = abandoned || nowMs > 2 * DEADLINE_MS;
        }

        @Override
        boolean isAbandoned() {
            return abandoned;
        }
    }

    private final Client first = new Client();
    private final Client second = new Client();
    private final Client third = new Client();

    @AfterEach
    void stop() {
        lane.stop(new ShutdownEvent());
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    @Test
    void whoFindsTheLaneFullIsNotAdmitted() {
        assertThat(List.of(lane.admit(first), lane.admit(second), lane.admit(third), lane.admit(new Client())))
                .containsExactly(true, true, true, false);
        assertThat(gauge("andon.recovery.active")).isEqualTo(2);
        assertThat(gauge("andon.recovery.waiting")).isEqualTo(1);
    }

    @Test
    void theOneThatWaitsFollowsTheOneThatIsFinished() throws InterruptedException {
        List.of(first, second, third).forEach(lane::admit);
        readers.gate.addAll(List.of(true, true));
        assertThat(first.next()).isNotNull();
        assertThat(second.next()).isNotNull();
        assertThat(third.received).isEmpty();

        lane.finished(first);
        readers.gate.add(true);

        assertThat(third.next()).isNotNull();
        assertThat(gauge("andon.recovery.waiting")).isZero();
    }

    @Test
    void anActiveOneGetsAsManyTurnsAsItAsksFor() throws InterruptedException {
        lane.admit(first);
        readers.gate.addAll(List.of(true, true));
        first.next();

        lane.again(first);

        assertThat(first.next()).isNotNull();
    }

    @Test
    void whoWaitsForTooLongIsToldSo() {
        List.of(first, second, third).forEach(lane::admit);

        lane.expire(DEADLINE_MS + 1);

        assertThat(third.reason).isEqualTo(ResyncReason.RECOVERY_BUSY);
        assertThat(first.reason).isNull();
        assertThat(lane.admit(new Client())).isTrue();
    }

    @Test
    void whoLeavesWhileItWaitsMakesRoom() {
        List.of(first, second, third).forEach(lane::admit);

        lane.withdraw(third);

        assertThat(lane.admit(new Client())).isTrue();
    }

    @Test
    void aFailureIsOneClientsOwn() throws InterruptedException {
        lane.admit(first);
        readers.gate.add(false);
        await().until(() -> first.reason == ResyncReason.RECOVERY_FAILED);

        lane.admit(second);
        readers.gate.add(true);

        assertThat(second.next()).isNotNull();
    }
}
