package io.andon.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.TenantId;
import io.andon.gateway.fanout.FanoutFixture.Window;
import io.andon.gateway.position.StreamPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

class TenantHubTest {

    private static final int ROUNDS = 10;
    private static final int CLIENTS_A_ROUND = 6;
    private static final int RECORDS_A_ROUND = 500;
    private static final int RECORDS = ROUNDS * RECORDS_A_ROUND;
    private static final int LOOPS = 3;
    private static final long PATIENCE_SECONDS = 60;

    private final FanoutFixture fixture = new FanoutFixture(Window.of(RECORDS, 100_000_000, 100_000_000));
    private final LoopLane direct = fixture.lanes.of(Runnable::run);

    /**
     * Clients come, each with a position somewhere in the past, while records are being read: in each round some of both,
     * so that neither thread is done before the other has begun.
     */
    @Test
    void nothingIsLostOrDoubledBetweenHistoryAndTheLiveStream() throws Exception {
        List<ExecutorService> loops = new ArrayList<>();
        for (int i = 0; i < LOOPS; i++) {
            loops.add(Executors.newSingleThreadExecutor());
        }
        List<RecordingConnection> connections = new ArrayList<>();
        List<Long> seen = new ArrayList<>();
        CyclicBarrier beginOfRound = new CyclicBarrier(2);
        ExecutorService intake = Executors.newSingleThreadExecutor();

        Future<?> reading = intake.submit(() -> readAll(beginOfRound));
        for (int client = 0; client < ROUNDS * CLIENTS_A_ROUND; client++) {
            if (client % CLIENTS_A_ROUND == 0) {
                beginOfRound.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            StreamPosition present = fixture.hubs.present(FanoutFixture.TENANT);
            long position = Math.max(-1, present.offset(0) - connections.size() % 50);
            RecordingConnection connection = new RecordingConnection();
            LoopLane lane = fixture.lanes.of(loops.get(connections.size() % LOOPS));
            Resume resume = new Resume.After(present.with(0, position));
            fixture.hubs.attach(FanoutFixture.TENANT, fixture.subscriber(connection), lane, resume);
            connections.add(connection);
            seen.add(position);
        }

        reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        intake.shutdown();
        for (ExecutorService loop : loops) {
            loop.shutdown();
            assertThat(loop.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        }
        for (int i = 0; i < connections.size(); i++) {
            assertThat(connections.get(i).offsets())
                    .as("client %d, after %d", i, seen.get(i))
                    .isEqualTo(
                            LongStream.range(seen.get(i) + 1, RECORDS).boxed().toList());
        }
    }

    private Void readAll(CyclicBarrier beginOfRound) throws Exception {
        for (int offset = 0; offset < RECORDS; offset++) {
            if (offset % RECORDS_A_ROUND == 0) {
                beginOfRound.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            fixture.read(0, offset);
            if (offset % 7 == 0) {
                fixture.hubs.dispatch();
            }
        }
        fixture.hubs.dispatch();
        return null;
    }

    @Test
    void aFreshClientMissesNothingThatWasReadButNotYetSent() {
        RecordingConnection early = attach(new Resume.Fresh());
        fixture.read(0, 0);

        RecordingConnection late = attach(new Resume.Fresh());
        fixture.hubs.dispatch();

        assertThat(early.offsets()).containsExactly(0L);
        assertThat(late.offsets()).isEmpty();
        assertThat(late.resumption.start().offset(0)).isZero();
    }

    @Test
    void heartbeatsGoToOneSlotAtATimeAndCarryThePresent() {
        RecordingConnection client = attach(new Resume.Fresh());
        fixture.read(new TenantId("copper-creek"), 0, 41);

        for (int slot = 0; slot < TenantHubs.SLOTS; slot++) {
            fixture.hubs.heartbeat(slot);
        }

        assertThat(client.text.toString().split("event: system.heartbeat")).hasSize(2);
        assertThat(client.text.toString()).startsWith("id: workorder.events/0@41~AAAA,metrics.events/0@-1~AAAA\n");
    }

    @Test
    void aHubThatIsGivenUpRemembersWhatItEvicted() {
        fixture.read(0, 0);
        fixture.read(0, 5);
        fixture.clock.advance(Duration.ofMinutes(6));
        fixture.hubs.expire();
        fixture.clock.advance(Duration.ofMinutes(6));

        fixture.hubs.expire();

        assertThat(fixture.hubs.stats()).isEmpty();
        StreamPosition present = fixture.hubs.present(FanoutFixture.TENANT);
        assertThat(gap(new Resume.After(present.with(0, 4))))
                .contains(new WindowGap(new Resume.After(present.with(0, 4)), present, present));
        assertThat(attach(new Resume.After(present)).resumption.outcome()).isEqualTo(Outcome.RESUMED);
    }

    @Test
    void allWindowsTogetherAreBounded() {
        FanoutFixture small = new FanoutFixture(Window.of(1000, 1_000_000, 20_000));
        for (int offset = 0; offset < 300; offset++) {
            TenantId tenant = new TenantId("tenant-" + offset % 10);
            small.read(tenant, 0, offset);
            small.clock.advance(Duration.ofMillis(10));
            small.hubs.dispatch();
        }

        long tenantsKept = small.hubs.stats().stream()
                .filter(stats -> stats.oldestBufferedAt() != null)
                .count();
        assertThat(tenantsKept).isEqualTo(10);
        TenantId one = new TenantId("tenant-0");
        WindowGap gap = (WindowGap) small.hubs.answer(one, new Resume.Since(Instant.EPOCH));
        Resumption kept = (Resumption) small.hubs.answer(one, new Resume.After(gap.until()));
        assertThat(kept.history().stream().mapToInt(Frame::length).sum()).isBetween(1, 2_000);
    }

    @Test
    void whenATopicBeginsAnewEveryClientIsTold() {
        fixture.read(0, 7);
        StreamPosition before = fixture.hubs.present(FanoutFixture.TENANT);
        RecordingConnection client = attach(new Resume.Fresh());

        fixture.positions.begin(0, Uuid.randomUuid(), new long[] {-1});
        fixture.hubs.reset(0, partition -> true);

        assertThat(client.text.toString()).contains("event: system.resync").contains("topic-reset");
        assertThat(attach(new Resume.After(before)).resumption.reason()).isEqualTo(ResyncReason.TOPIC_RESET);
    }

    @Test
    void whatIsMissingIsNamedAndNobodyTakesPartBefore() {
        FanoutFixture small = new FanoutFixture(Window.of(10, 1_000_000, 1_000_000));
        for (int offset = 0; offset < 30; offset++) {
            small.read(0, offset);
        }
        StreamPosition present = small.hubs.present(FanoutFixture.TENANT);
        Resume resume = new Resume.After(present.with(0, 3));

        assertThat(small.hubs.attach(FanoutFixture.TENANT, small.subscriber(new RecordingConnection()), direct, resume))
                .contains(new WindowGap(resume, present.with(0, 19), present));
        assertThat(small.hubs.stats(FanoutFixture.TENANT).connections()).isZero();
        assertThat(small.hubs.answer(FanoutFixture.TENANT, new Resume.After(present.with(0, 19))))
                .isInstanceOfSatisfying(
                        Resumption.class, all -> assertThat(all.history()).hasSize(10));
    }

    @Test
    void whenATopicBeginsAnewWhatWasKeptOfTheOtherIsKnownToBeGone() {
        fixture.read(1, 5);
        StreamPosition seen = fixture.hubs.present(FanoutFixture.TENANT);
        fixture.read(1, 6);

        fixture.hubs.reset(0, partition -> true);

        assertThat(gap(new Resume.After(seen))).isPresent();
    }

    @Test
    void whenAnotherPartitionBecomesTheTenantsItsStreamsGoOnThere() {
        fixture.read(0, 7);
        StreamPosition before = fixture.hubs.present(FanoutFixture.TENANT);
        RecordingConnection client = attach(new Resume.Fresh());

        fixture.positions.extend(0, new long[] {-1, -1, -1, -1, -1, -1, -1});
        fixture.hubs.partitionsAdded(0);

        StreamPosition after = fixture.hubs.present(FanoutFixture.TENANT);
        assertThat(after.partition(0)).isNotZero();
        assertThat(after.offset(0)).isEqualTo(StreamPosition.START);
        assertThat(client.text.toString()).doesNotContain("system.resync");
        assertThat(attach(new Resume.After(after)).resumption.outcome()).isEqualTo(Outcome.RESUMED);
        assertThat(attach(new Resume.After(before)).resumption.reason()).isEqualTo(ResyncReason.POSITION_FOREIGN);
    }

    @Test
    void aClientOfAnInstanceThatIsAheadHasToWait() {
        fixture.read(0, 7);
        StreamPosition ahead = fixture.hubs.present(FanoutFixture.TENANT).with(0, 8);

        assertThat(gap(new Resume.After(ahead))).contains(new NotReadYet());
        fixture.read(0, 8);

        assertThat(gap(new Resume.After(ahead))).isEmpty();
    }

    private Optional<Unserved> gap(Resume resume) {
        return fixture.hubs.attach(FanoutFixture.TENANT, fixture.subscriber(new RecordingConnection()), direct, resume);
    }

    private RecordingConnection attach(Resume resume) {
        RecordingConnection connection = new RecordingConnection();
        fixture.hubs.attach(FanoutFixture.TENANT, fixture.subscriber(connection), direct, resume);
        return connection;
    }
}
