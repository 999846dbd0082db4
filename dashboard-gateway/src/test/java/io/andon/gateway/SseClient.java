package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A small client for event streams on a plain socket, so that a test decides when it reads. Sends an HTTP/1.1 request
 * and understands a chunked answer.
 */
final class SseClient implements Closeable {

    /** A guard against what never comes. Heartbeats do not prolong it. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int SMALL = 4096;
    private static final Set<String> QUIET = Set.of("system.heartbeat", "system.ready", "system.degraded");
    private static final SseEvent END = new SseEvent("", "end of stream", "{}");

    private final Socket socket;
    private final InputStream in;
    private final BlockingDeque<SseEvent> events = new LinkedBlockingDeque<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private int status;
    private String retry = "";

    private SseClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Opens a stream and reads it, as fast as it comes. */
    static SseClient open(URI url, String token, String... headers) {
        SseClient client = connect(new Socket(), url, token, headers);
        client.startReading();
        return client;
    }

    /** Opens a stream and does not read it, with a small buffer in the kernel. */
    static SseClient connect(URI url, String token, String... headers) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(SMALL);
            return connect(socket, url, token, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SseClient connect(Socket socket, URI url, String token, String... headers) {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), url.getPort()));
            String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
            StringBuilder request = new StringBuilder("GET " + url.getRawPath() + query + " HTTP/1.1\r\n")
                    .append("Host: localhost:" + url.getPort() + "\r\nAccept: text/event-stream\r\n");
            if (!token.isEmpty()) {
                request.append("Authorization: Bearer " + token + "\r\n");
            }
            for (String header : headers) {
                request.append(header + "\r\n");
            }
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            return new SseClient(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startReading() {
        readHead();
        Thread thread = new Thread(this::readBody, "sse-client");
        thread.setDaemon(true);
        thread.start();
    }

    private void readHead() {
        try {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            status = Integer.parseInt(readLine().split(" ")[1]);
            for (String line = readLine(); !line.isEmpty(); line = readLine()) {
                String[] header = line.split(":", 2);
                headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip());
            }
            socket.setSoTimeout(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the stream ended");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    private void readBody() {
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        try {
            int length = nextChunk();
            while (length > 0) {
                pending.write(in.readNBytes(length));
                readLine();
                String text = pending.toString(StandardCharsets.UTF_8);
                int end = text.lastIndexOf("\n\n");
                if (end >= 0) {
                    List.of(text.substring(0, end).split("\n\n")).forEach(this::accept);
                    pending.reset();
                    pending.write(text.substring(end + 2).getBytes(StandardCharsets.UTF_8));
                }
                length = nextChunk();
            }
        } catch (IOException e) {
            // The end of the connection is one of the things that tests wait for.
        } finally {
            events.add(END);
        }
    }

    private int nextChunk() throws IOException {
        if (!headers.containsKey("transfer-encoding")) {
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            accept(new String(in.readNBytes(length), StandardCharsets.UTF_8).strip());
            return 0;
        }
        return Integer.parseInt(readLine(), 16);
    }

    private void accept(String block) {
        String comeBackAfter = SseEvent.field(block, "retry");
        retry = comeBackAfter.isEmpty() ? retry : comeBackAfter;
        SseEvent.in(block).ifPresent(events::add);
    }

    int status() {
        return status;
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    String retry() {
        return retry;
    }

    /** The next event, whatever it is. */
    SseEvent next() {
        return await(event -> true).get(0);
    }

    private SseEvent next(long giveUpNanos, List<SseEvent> seen) {
        try {
            SseEvent event = events.poll(giveUpNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(event)
                    .as("wanted within %s, seen so far: %s", PATIENCE, seen)
                    .isNotNull();
            return event;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the stream begins as it should; if not, the client is of no use any more. */
    boolean isReady() {
        SseEvent event = next();
        assertThat(status).as("status of %s", event).isEqualTo(200);
        events.addFirst(event);
        return event.type().equals("system.ready");
    }

    /** The next event of that type; everything before it is skipped. */
    SseEvent await(String type) {
        return await(event -> event.type().equals(type)).get(0);
    }

    /** The next event that is more than the gateway's word about itself: one of the tenant, or that some are missing. */
    SseEvent nextOfTenant() {
        return await(event -> !QUIET.contains(event.type())).get(0);
    }

    /** Everything up to and including the first event that is wanted, the wanted one first. */
    List<SseEvent> await(Predicate<SseEvent> wanted) {
        List<SseEvent> seen = new ArrayList<>();
        long giveUpNanos = System.nanoTime() + PATIENCE.toNanos();
        SseEvent event = next(giveUpNanos, seen);
        while (!wanted.test(event)) {
            assertThat(event).as("seen so far: %s", seen).isNotEqualTo(END);
            seen.add(event);
            event = next(giveUpNanos, seen);
        }
        seen.add(0, event);
        return seen;
    }

    /** The tenant's events up to the one with that data, in order; the gateway's own are left out. */
    List<SseEvent> upTo(String marker) {
        List<SseEvent> all = await(event -> event.data().contains(marker));
        List<SseEvent> ordered = new ArrayList<>(all.subList(1, all.size()));
        ordered.add(all.get(0));
        ordered.removeIf(SseEvent::isSystem);
        return ordered;
    }

    void awaitEnd() {
        untilEnd();
    }

    /** All that comes before the stream ends, however it ends. */
    List<SseEvent> untilEnd() {
        List<SseEvent> all = await(END::equals);
        return all.subList(1, all.size());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
