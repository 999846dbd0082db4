package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients do wrong, or on purpose, while others only want to read. One gateway with a small heap for all of it. */
class HostileClientsIT extends ProcessIT {

    private static final int READERS = 500;
    private static final int NEVER_READ = 25;
    private static final int READERS_BESIDE = 5;
    private static final int LARGE_EVENTS = 400;
    private static final String LARGE = "x".repeat(40_000);
    private static final int MAX_QUEUE = 64 * 1024;
    private static final int DROPS = 2000;
    private static final long DROP_EVERY_MICROS = 2000;
    private static final int HALF_OPEN = 5000;
    private static final int OPENED_LAZILY = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<AutoCloseable> toClose = new ArrayList<>();
    private final TestRecords records = new TestRecords();
    private GatewayProcess gateway;
    private int port;
    private long descriptorsBefore;
    private List<CrowdMember> readers;

    @BeforeEach
    void launchWithReaders() throws Exception {
        gateway = keep(launch(
                "andon.stream.max-queue=" + MAX_QUEUE,
                "andon.stream.max-stall=4s",
                "andon.stream.heartbeat=2s",
                "quarkus.http.idle-timeout=8s"));
        port = gateway.address().getPort();
        connect(gateway.address(), "readers").close();
        awaitNoStreams();
        descriptorsBefore = gateway.openDescriptors();
        readers = join("readers", READERS);
    }

    private List<CrowdMember> join(String tenant, int clients) {
        Crowd crowd = keep(new Crowd());
        crowd.returnTo(port);
        String token = token(tenant);
        List<CrowdMember> members = IntStream.range(0, clients)
                .mapToObj(client -> crowd.join(port, token))
                .toList();
        Awaitility.await().atMost(PATIENCE).until(() -> members.stream().allMatch(member -> member.isOpenAt(port)));
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

    private void send(String tenant, long number, String padding) {
        String json = "{\"i\":" + number + ",\"pad\":\"" + padding + "\"}";
        records.send(Topics.WORKORDER_EVENTS, tenant, "production:changed", json);
    }

    private static void awaitAll(List<CrowdMember> members, long last) {
        Awaitility.await().atMost(PATIENCE).until(() -> members.stream().allMatch(member -> member.last() == last));
        assertThat(members).allSatisfy(member -> {
            assertThat(member.outOfOrder()).isZero();
            assertThat(member.resyncs()).isZero();
            assertThat(member.outcomes()).hasSize(1);
        });
    }

    private void awaitNoStreams() {
        Awaitility.await().atMost(PATIENCE).until(() -> gateway.meter("andon_sse_connections") == 0);
    }

    /** Nothing is left of anybody, and the readers have missed nothing until the end. */
    private void assertEverythingIsFreed() throws Exception {
        for (AutoCloseable resource : toClose) {
            if (resource != gateway) {
                resource.close();
            }
        }
        awaitNoStreams();
        assertThat(gateway.meter("andon_sse_queue_bytes")).isZero();
        Awaitility.await().atMost(PATIENCE).until(() -> gateway.openDescriptors() <= descriptorsBefore + OPENED_LAZILY);
        assertThat(gateway.log()).doesNotContain("ERROR", "OutOfMemory");
    }

    /** 16 MB for each of them: more than the kernel takes for a connection that nobody reads. */
    @Test
    void clientsThatNeverReadAreBoundedCutOffAndNobodyElsesProblem() throws Exception {
        List<CrowdMember> beside = join("floods", READERS_BESIDE);
        String token = token("floods");
        for (int i = 0; i < NEVER_READ; i++) {
            keep(SseClient.connect(gateway.address().resolve("/events"), token));
        }
        readAByteASecond(keep(new Socket(InetAddress.getLoopbackAddress(), port)), token);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> gateway.meter("andon_sse_connections") == READERS + READERS_BESIDE + NEVER_READ + 1);

        double mostQueued = 0;
        for (int i = 0; i < LARGE_EVENTS; i++) {
            send("floods", i, LARGE);
            send("readers", i, "");
            mostQueued = i % 10 == 0 ? Math.max(mostQueued, gateway.meter("andon_sse_queue_bytes")) : mostQueued;
        }

        awaitAll(readers, LARGE_EVENTS - 1);
        awaitAll(beside, LARGE_EVENTS - 1);
        assertThat(mostQueued).isPositive().isLessThanOrEqualTo((NEVER_READ + 1.0) * MAX_QUEUE);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> gateway.meter("andon_sse_connections_closed_total", "stalled") == NEVER_READ + 1);
        assertThat(gateway.meter("andon_sse_queue_bytes")).isZero();
        assertEverythingIsFreed();
    }

    private void readAByteASecond(Socket socket, String token) throws IOException {
        socket.getOutputStream().write(request(token).getBytes(StandardCharsets.US_ASCII));
        ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor();
        keep(reader::shutdownNow);
        reader.scheduleAtFixedRate(() -> readOne(socket), 0, 1, TimeUnit.SECONDS);
    }

    private static void readOne(Socket socket) {
        try {
            socket.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String request(String token) {
        return "GET /events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nAuthorization: Bearer " + token
                + "\r\n\r\n";
    }

    /** 500 times a second, some without a request, some in the middle of one, some without reading the answer. */
    @Test
    void clientsThatConnectAndDropLeaveNothingBehind() throws Exception {
        byte[] request = request(token("droppers")).getBytes(StandardCharsets.US_ASCII);
        CountDownLatch left = new CountDownLatch(DROPS);
        ScheduledExecutorService droppers = Executors.newSingleThreadScheduledExecutor();
        keep(droppers::shutdownNow);

        droppers.scheduleAtFixedRate(
                () -> {
                    connectAndDrop(request, (int) (left.getCount() % 3));
                    left.countDown();
                },
                0,
                DROP_EVERY_MICROS,
                TimeUnit.MICROSECONDS);
        for (int i = 0; left.getCount() > 0; i++) {
            send("readers", i, "");
            if (left.await(100, TimeUnit.MILLISECONDS)) {
                awaitAll(readers, i);
            }
        }

        assertThat(gateway.meter("andon_sse_connections_opened_total")).isGreaterThan(READERS + DROPS / 10.0);
        assertEverythingIsFreed();
    }

    private void connectAndDrop(byte[] request, int thirds) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request, 0, request.length * thirds / 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void connectionsWithoutARequestAreGivenUpAndHugeHeadersAreRefused() throws Exception {
        String header = "X-Large: " + "x".repeat(64 * 1024) + "\r\n";
        String huge = request("none").replace("\r\n\r\n", "\r\n" + header + "\r\n");
        List<SocketChannel> halfOpen = new ArrayList<>();
        for (int i = 0; i < HALF_OPEN; i++) {
            halfOpen.add(keep(SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))));
        }
        Awaitility.await().atMost(PATIENCE).until(() -> gateway.openDescriptors() > descriptorsBefore + HALF_OPEN / 2);

        for (int i = 0; i < 100; i++) {
            assertThat(statusOf(huge)).isEqualTo("HTTP/1.1 431");
            send("readers", i, "");
        }

        awaitAll(readers, 99);
        assertThat(join("latecomers", 10)).allMatch(member -> member.isOpenAt(port));
        ByteBuffer nothing = ByteBuffer.allocate(1);
        for (SocketChannel channel : halfOpen) {
            assertThat(channel.read(nothing)).as("end of the connection").isNegative();
        }
        assertEverythingIsFreed();
    }

    private String statusOf(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
