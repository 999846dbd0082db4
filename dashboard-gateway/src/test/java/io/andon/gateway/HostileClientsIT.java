package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients do wrong, or on purpose, while others only want to read. One gateway with a small heap for all of it. */
class HostileClientsIT extends ProcessIT {

    private static final int READERS = 500;
    private static final int CLIENTS = 2000;
    private static final int NEVER_READ = 100;
    private static final int READERS_BESIDE = 5;
    private static final int LARGE_EVENTS = 200;

    private static final int LARGE_FOR_A_SMALL_ONE = 10;

    private static final String LARGE = "x".repeat(40_000);
    private static final int MAX_QUEUE = 64 * 1024;
    private static final int DROPS = 2000;
    private static final long DROP_EVERY_MICROS = 2000;
    private static final int HALF_OPEN = 5000;
    private static final int OPENED_LAZILY = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static GatewayProcess gateway;
    private static int port;
    private static long descriptorsBefore;

    private final List<AutoCloseable> toClose = new ArrayList<>();
    private final TestRecords records = new TestRecords();
    private List<CrowdMember> readers;

    @BeforeAll
    static void launchGateway() {
        gateway = launch(
                "andon.stream.max-queue=" + MAX_QUEUE,
                "andon.stream.max-stall=4s",
                "andon.stream.heartbeat=2s",
                "quarkus.http.idle-timeout=8s");
        port = gateway.address().getPort();
        connect(gateway.address(), "readers").close();
        awaitNoStreams();
        descriptorsBefore = gateway.openDescriptors();
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    @BeforeEach
    void joinReaders() {
        readers = join("readers", READERS);
    }

    private List<CrowdMember> join(String tenant, int clients) {
        Crowd crowd = keep(new Crowd());
        crowd.returnTo(port);
        String token = token(tenant);
        List<CrowdMember> members = IntStream.range(0, clients)
                .mapToObj(client -> crowd.join(port, token))
                .toList();
        Awaitility.await().atMost(GatewayProcess.START).until(() -> members.stream()
                .allMatch(member -> member.isOpenAt(port)));
        return members;
    }

    private <T extends AutoCloseable> T keep(T resource) {
        toClose.add(0, resource);
        return resource;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable resource : toClose) {
            resource.close();
        }
        records.close();
    }

    private void sendToReaders(int number) {
        records.send(Topics.WORKORDER_EVENTS, "readers", "production:changed", "{\"i\":" + number + "}");
    }

    private static ProducerRecord<byte[], byte[]> large(int number) {
        String json = "{\"i\":" + number + ",\"pad\":\"" + LARGE + "\"}";
        return TestRecords.record(Topics.WORKORDER_EVENTS, "floods", "production:changed", json);
    }

    private static void awaitAll(List<CrowdMember> members, long last) {
        await(members, last);
        assertThat(members).allSatisfy(member -> {
            assertThat(member.outOfOrder()).isZero();
            assertThat(member.resyncs()).isZero();
            assertThat(member.outcomes()).hasSize(1);
        });
    }

    private static void await(List<CrowdMember> members, long last) {
        Awaitility.await().pollInterval(Duration.ofMillis(10)).atMost(PATIENCE).until(() -> members.stream()
                .allMatch(member -> member.last() == last));
    }

    private static void awaitNoStreams() {
        Awaitility.await().atMost(PATIENCE).until(() -> gateway.meter("andon_sse_connections") == 0);
    }

    /** Nothing is left of anybody, and the readers have missed nothing until the end. */
    private void assertEverythingIsFreed() throws Exception {
        for (AutoCloseable resource : toClose) {
            resource.close();
        }
        awaitNoStreams();
        assertThat(gateway.meter("andon_sse_queue_bytes")).isZero();
        Awaitility.await().atMost(PATIENCE).until(() -> gateway.openDescriptors() <= descriptorsBefore + OPENED_LAZILY);
        assertThat(gateway.log()).doesNotContain("ERROR", "OutOfMemory");
    }

    /**
     * 8 MB for each of them: more than the kernel takes for a connection that nobody reads. One event after the other, so
     * that those who read are never behind, and the one that fits into a queue is seen there before the next drops it.
     */
    @Test
    void clientsThatNeverReadAreBoundedCutOffAndNobodyElsesProblem() throws Exception {
        List<CrowdMember> beside = join("floods", READERS_BESIDE);
        List<CrowdMember> others = new ArrayList<>(readers);
        others.addAll(join("readers", CLIENTS - NEVER_READ - READERS_BESIDE - READERS));
        String token = token("floods");
        for (int i = 1; i < NEVER_READ; i++) {
            keep(SseClient.connect(gateway.address().resolve("/events"), token));
        }
        readAByteASecond(keep(new HostileClient(port).open(token)));
        Awaitility.await().atMost(PATIENCE).until(() -> gateway.meter("andon_sse_connections") == CLIENTS);

        double mostQueued = 0;
        for (int i = 0; i < LARGE_EVENTS; i++) {
            records.send(large(i));
            await(beside, i);
            mostQueued = Math.max(mostQueued, gateway.meter("andon_sse_queue_bytes"));
            if (i % LARGE_FOR_A_SMALL_ONE == 0) {
                sendToReaders(i / LARGE_FOR_A_SMALL_ONE);
            }
        }

        awaitAll(others, LARGE_EVENTS / LARGE_FOR_A_SMALL_ONE - 1);
        awaitAll(beside, LARGE_EVENTS - 1);
        assertThat(mostQueued).isPositive().isLessThanOrEqualTo((double) NEVER_READ * MAX_QUEUE);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> gateway.meter("andon_sse_connections_closed_total", "stalled") == NEVER_READ);
        assertThat(gateway.meter("andon_sse_queue_bytes")).isZero();
        assertEverythingIsFreed();
    }

    private void readAByteASecond(Socket socket) {
        ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor();
        keep(reader::shutdownNow);
        reader.scheduleAtFixedRate(() -> HostileClient.readOne(socket), 0, 1, TimeUnit.SECONDS);
    }

    /** 500 times a second, some without a request, some in the middle of one, some without reading the answer. */
    @Test
    void clientsThatConnectAndDropLeaveNothingBehind() throws Exception {
        String request = HostileClient.request(token("droppers"));
        CountDownLatch left = new CountDownLatch(DROPS);
        double openedBefore = gateway.meter("andon_sse_connections_opened_total");
        ScheduledExecutorService droppers = Executors.newSingleThreadScheduledExecutor();
        keep(droppers::shutdownNow);

        Future<?> dropping = droppers.scheduleAtFixedRate(
                () -> {
                    new HostileClient(port).sendAndDrop(request, (int) (left.getCount() % 3));
                    left.countDown();
                },
                0,
                DROP_EVERY_MICROS,
                TimeUnit.MICROSECONDS);
        for (int i = 0; left.getCount() > 0; i++) {
            // It goes on until it is told to stop, or fails.
            assertThat(dropping).isNotDone();
            sendToReaders(i);
            if (left.await(100, TimeUnit.MILLISECONDS)) {
                awaitAll(readers, i);
            }
        }

        assertThat(gateway.meter("andon_sse_connections_opened_total")).isGreaterThan(openedBefore + DROPS / 10.0);
        assertEverythingIsFreed();
    }

    @Test
    void connectionsWithoutARequestAreGivenUpAndHugeHeadersAreRefused() throws Exception {
        String header = "X-Large: " + "x".repeat(64 * 1024) + "\r\n";
        String huge = HostileClient.request("none").replace("\r\n\r\n", "\r\n" + header + "\r\n");
        List<SocketChannel> halfOpen = new ArrayList<>();
        for (int i = 0; i < HALF_OPEN; i++) {
            halfOpen.add(keep(SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))));
        }
        Awaitility.await().atMost(PATIENCE).until(() -> gateway.openDescriptors() > descriptorsBefore + HALF_OPEN / 2);

        for (int i = 0; i < 100; i++) {
            assertThat(new HostileClient(port).statusOf(huge)).isEqualTo("HTTP/1.1 431");
            sendToReaders(i);
        }

        awaitAll(readers, 99);
        assertThat(join("latecomers", 10)).allMatch(member -> member.isOpenAt(port));
        ByteBuffer nothing = ByteBuffer.allocate(1);
        for (SocketChannel channel : halfOpen) {
            assertThat(channel.read(nothing)).as("end of the connection").isNegative();
        }
        assertEverythingIsFreed();
    }
}
