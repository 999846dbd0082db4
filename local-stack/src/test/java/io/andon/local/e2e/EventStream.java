package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A dashboard's side of {@code GET /events}: reads in a thread of its own and keeps every frame. The test's thread waits
 * on this object's monitor for what it expects.
 */
final class EventStream implements AutoCloseable {

    private static final Duration CEILING = Duration.ofSeconds(60);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final InputStream body;
    private final List<Arrival> arrivals = new ArrayList<>();
    private boolean ended;

    /** A frame and when it came, by {@link System#nanoTime}. */
    record Arrival(Frame frame, long atNanos) {}

    private EventStream(InputStream body) {
        this.body = body;
        Thread reader = new Thread(this::read, "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    /** Connects and returns when the gateway said that the stream is ready. */
    static EventStream open(URI gateway, String token, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve("/events"))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            HttpResponse<InputStream> answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            EventStream stream = new EventStream(answer.body());
            stream.await("system.ready", frame -> frame.event().equals("system.ready"));
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try {
            FrameReader reader = new FrameReader(body);
            Optional<Frame> frame = reader.next();
            while (frame.isPresent()) {
                add(frame.get());
                frame = reader.next();
            }
        } catch (IOException e) {
            // A connection that breaks ends the stream like one that is closed.
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private synchronized void add(Frame frame) {
        arrivals.add(new Arrival(frame, System.nanoTime()));
        notifyAll();
    }

    /** Waits for the first frame that {@code expected} accepts and returns it. */
    Frame await(String description, Predicate<Frame> expected) {
        return awaitAll(description, 1, expected).get(0);
    }

    /** Waits until {@code count} frames that {@code expected} accepts have come and returns them in their order. */
    List<Frame> awaitAll(String description, int count, Predicate<Frame> expected) {
        return awaitArrivals(description, count, expected).stream()
                .map(Arrival::frame)
                .toList();
    }

    synchronized List<Arrival> awaitArrivals(String description, int count, Predicate<Frame> expected) {
        long deadline = System.nanoTime() + CEILING.toNanos();
        while (true) {
            List<Arrival> matching = arrivals.stream()
                    .filter(arrival -> expected.test(arrival.frame()))
                    .toList();
            if (matching.size() >= count) {
                return matching;
            }
            long leftMs = (deadline - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0 || ended) {
                fail("%d of %d %s came%s; all frames: %s"
                        .formatted(
                                matching.size(), count, description, ended ? ", then the stream ended" : "", arrivals));
            }
            awaitNews(leftMs);
        }
    }

    /** Waits until the gateway or the network has ended the stream. */
    synchronized void awaitEnd() {
        long deadline = System.nanoTime() + CEILING.toNanos();
        while (!ended) {
            long leftMs = (deadline - System.nanoTime()) / 1_000_000;
            assertThat(leftMs).as("ms left for the stream to end").isPositive();
            awaitNews(leftMs);
        }
    }

    private void awaitNews(long ms) {
        try {
            wait(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every frame so far that is an event of the tenant, not a message of the gateway's own. */
    synchronized List<Frame> events() {
        return frames().filter(frame -> !frame.isSystem()).toList();
    }

    synchronized Frame ready() {
        return frames().filter(frame -> frame.event().equals("system.ready"))
                .findFirst()
                .orElseThrow();
    }

    /** Where a client that reconnects has to go on. */
    synchronized String lastEventId() {
        return frames().map(Frame::id)
                .filter(id -> !id.isEmpty())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private Stream<Frame> frames() {
        return arrivals.stream().map(Arrival::frame);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
