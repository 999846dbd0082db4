package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A gateway is stopped in order while another one is there, as in every deployment. */
class DrainIT extends ProcessIT {

    private static final int TENANTS = 20;
    private static final int CLIENTS = 5000;
    private static final long EVENT_EVERY_MS = 25;
    private static final double LARGEST_PART_IN_A_SECOND = 0.15;
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final TestRecords records = new TestRecords();
    private final AtomicLong sent = new AtomicLong();

    /** To one tenant after the other; each tenant's are numbered from 0. */
    private void sendNext() {
        long number = sent.getAndIncrement();
        String json = "{\"i\":" + number / TENANTS + "}";
        records.send(Topics.WORKORDER_EVENTS, tenant((int) (number % TENANTS)), "production:changed", json);
    }

    private static String tenant(int number) {
        return "drain-" + number;
    }

    @Test
    void allClientsGoOverWithinTheGracePeriodInNoWaveAndMissNothing() throws InterruptedException {
        ScheduledExecutorService producer = Executors.newSingleThreadScheduledExecutor();
        try (GatewayProcess first = launch("andon.stream.drain-rate=400", "andon.stream.drain-timeout=" + GRACE);
                GatewayProcess second = launch();
                Crowd crowd = new Crowd()) {
            int secondPort = second.address().getPort();
            connect(first.address(), tenant(0)).close();
            connect(second.address(), tenant(0)).close();
            List<CrowdMember> members = join(crowd, first.address().getPort());
            producer.scheduleAtFixedRate(this::sendNext, 0, EVENT_EVERY_MS, TimeUnit.MILLISECONDS);

            crowd.returnTo(secondPort);
            first.terminate();

            // That the first one let go of all in time, its log says; how fast the second takes them is the machine's.
            Awaitility.await().atMost(GRACE.multipliedBy(3)).until(() -> members.stream()
                    .allMatch(member -> member.isOpenAt(secondPort)));
            assertThat(first.exitCode()).isEqualTo(143);
            assertThat(first.log())
                    .contains("Streams are closed: " + CLIENTS)
                    .doesNotContain("by force", "WARN", "ERROR");
            producer.shutdown();
            assertThat(producer.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            assertEveryEventArrivedOnce(members);
            assertNoWave(members);
        } finally {
            producer.shutdownNow();
            records.close();
        }
    }

    private static List<CrowdMember> join(Crowd crowd, int port) {
        crowd.returnTo(port);
        List<String> tokens = IntStream.range(0, TENANTS)
                .mapToObj(number -> token(tenant(number)))
                .toList();
        List<CrowdMember> members = IntStream.range(0, CLIENTS)
                .mapToObj(client -> crowd.join(port, tokens.get(client % TENANTS)))
                .toList();
        Awaitility.await().atMost(GatewayProcess.START).until(() -> members.stream()
                .allMatch(member -> member.isOpenAt(port)));
        return members;
    }

    /** The last event of each tenant is the barrier behind which nothing can be missing. */
    private void assertEveryEventArrivedOnce(List<CrowdMember> members) {
        while (sent.get() % TENANTS != 0) {
            sendNext();
        }
        long last = sent.get() / TENANTS - 1;
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> members.stream()
                .allMatch(member -> member.last() == last));
        assertThat(members).allSatisfy(member -> {
            assertThat(member.outOfOrder()).isZero();
            assertThat(member.resyncs()).isZero();
            assertThat(member.outcomes()).containsExactly("fresh", "resumed");
        });
    }

    private static void assertNoWave(List<CrowdMember> members) {
        Instant begin = members.stream()
                .map(CrowdMember::toldToReturnAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Map<Long, Long> bySecond = members.stream()
                .collect(Collectors.groupingBy(
                        member ->
                                Duration.between(begin, member.toldToReturnAt()).toSeconds(),
                        TreeMap::new,
                        Collectors.counting()));
        assertThat(bySecond.values())
                .as("clients that were told to come back in each second: %s", bySecond)
                .allMatch(count -> count <= CLIENTS * LARGEST_PART_IN_A_SECOND);
    }
}
