package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Clients whose connections are cut at any byte, and that come back to any of two gateways, with windows so small that
 * many of them find what they have missed in Kafka alone, while events of all tenants are written all the time.
 */
class ResumeUnderCutsIT extends ProcessIT {

    private static final int TENANTS = 4;
    private static final int CLIENTS = 24;
    private static final int CUTS_OF_EACH = 25;
    private static final int MOST_BYTES = 12_000;
    private static final int LONGEST_ABSENCE_MS = 800;
    private static final long EVENT_EVERY_MS = 3;

    private final long seed = new Random().nextLong();
    private final Map<String, Integer> tally = CutClient.newTally();
    private final Collection<String> complaints = CutClient.newComplaints();
    private final List<CutClient> clients = new ArrayList<>();
    private final TestRecords records = new TestRecords();
    private final ScheduledExecutorService producer = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService visits = Executors.newScheduledThreadPool(CLIENTS);
    private final int[][] written = new int[TENANTS][2];
    private int turn;

    @AfterEach
    void stop() {
        producer.shutdownNow();
        visits.shutdownNow();
        records.close();
    }

    private static String tenant(int number) {
        return "cut-" + number;
    }

    /** Of one tenant after the other, three in the one topic for one in the other; each topic's are numbered. */
    private void writeNext() {
        int tenant = turn % TENANTS;
        write(tenant, turn / TENANTS % 4 == 0 ? 1 : 0);
        turn++;
    }

    private void write(int tenant, int topic) {
        String json = "{\"tenant\":\"" + tenant(tenant) + "\",\"topic\":" + topic + ",\"i\":" + written[tenant][topic]
                + ",\"pad\":\"" + "ä".repeat(turn % 40) + "\"}";
        records.send(Topics.DASHBOARD.get(topic), tenant(tenant), "production:changed", json);
        written[tenant][topic]++;
    }

    @Test
    void nobodyLosesOrGetsTwiceOrInAnotherOrderWhatHappened() throws InterruptedException {
        String[] settings = {"andon.window.max-events=15", "andon.stream.heartbeat=1s"};
        try (GatewayProcess one = launch(settings);
                GatewayProcess other = launch(settings)) {
            int[] ports = {one.address().getPort(), other.address().getPort()};
            connect(one.address(), tenant(0)).close();
            connect(other.address(), tenant(0)).close();
            producer.scheduleAtFixedRate(this::writeNext, 0, EVENT_EVERY_MS, TimeUnit.MILLISECONDS);

            cutAllOften(ports);
            stopWriting();
            readToTheEnd(ports);

            System.out.printf("seed %d, %s, written %d%n", seed, tally, turn);
            double fromKafka = resumes(one, "kafka") + resumes(other, "kafka");
            double fromWindow = resumes(one, "window") + resumes(other, "window");
            System.out.printf("resumed from Kafka %.0f, from the window %.0f%n", fromKafka, fromWindow);
            assertThat(complaints).as("seed %d, %s", seed, tally).isEmpty();
            assertThat(tally.get("cut")).isEqualTo(CLIENTS * CUTS_OF_EACH);
            assertThat(fromKafka).isGreaterThan(50);
            assertThat(fromWindow).isGreaterThan(50);
        }
    }

    private static double resumes(GatewayProcess gateway, String source) {
        return gateway.meter("andon_sse_resumes_total", "source=\"" + source + "\"");
    }

    private void cutAllOften(int[] ports) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(CLIENTS);
        for (int number = 0; number < CLIENTS; number++) {
            Random random = new Random(seed + number);
            String name = tenant(number % TENANTS);
            CutClient client = new CutClient(name, token(name), random, tally, complaints);
            clients.add(client);
        }
        for (int number = 0; number < CLIENTS; number++) {
            visit(number, new Random(seed - number), ports, CUTS_OF_EACH, done);
        }
        assertThat(done.await(60, TimeUnit.SECONDS))
                .as("complaints %s", complaints)
                .isTrue();
    }

    /** One cut, and the next ones after an absence. */
    private void visit(int number, Random random, int[] ports, int left, CountDownLatch done) {
        if (left == 0) {
            done.countDown();
            return;
        }
        long absenceMs = random.nextInt(LONGEST_ABSENCE_MS);
        visits.schedule(
                () -> {
                    CutClient client = clients.get(number);
                    client.choose(
                            position(random),
                            clients.get((number + 1) % CLIENTS).lastId());
                    client.read(ports[random.nextInt(ports.length)], 1 + random.nextInt(MOST_BYTES));
                    visit(number, random, ports, left - 1, done);
                },
                absenceMs,
                TimeUnit.MILLISECONDS);
    }

    private static CutClient.Position position(Random random) {
        int chance = random.nextInt(100);
        if (chance < 80) {
            return CutClient.Position.LAST;
        }
        return chance < 90
                ? CutClient.Position.OLDER
                : chance < 95 ? CutClient.Position.TAMPERED : CutClient.Position.FOREIGN;
    }

    private void stopWriting() throws InterruptedException {
        producer.shutdown();
        assertThat(producer.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    /** One more event of each topic is written when all are connected: the barrier behind which nothing can be missing. */
    private void readToTheEnd(int[] ports) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(CLIENTS);
        for (int number = 0; number < CLIENTS; number++) {
            CutClient client = clients.get(number);
            int[] last = written[number % TENANTS].clone();
            int port = ports[number % ports.length];
            visits.execute(() -> {
                client.readUpTo(port, last);
                done.countDown();
            });
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> clients.stream()
                .allMatch(CutClient::isReady));
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            write(tenant, 0);
            write(tenant, 1);
        }
        assertThat(done.await(30, TimeUnit.SECONDS))
                .as("complaints %s, %s", complaints, tally)
                .isTrue();
    }
}
