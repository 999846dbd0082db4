package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One event stream of an {@link Http2Client}. Its handlers run on the client's loop, its methods on the test's thread. */
final class Http2Stream {

    private static final long CANCEL = 8;
    private static final SseEvent END = new SseEvent("", "end of stream", "{}");
    private static final SseEvent RESET = new SseEvent("", "reset of stream", "{}");
    private static final Set<SseEvent> OVER = Set.of(END, RESET);

    private final boolean paused;
    private final BlockingQueue<SseEvent> events = new LinkedBlockingQueue<>();
    private Buffer pending = Buffer.buffer();
    private HttpClientResponse response;
    private Context loop;

    Http2Stream(boolean paused) {
        this.paused = paused;
    }

    /** Called on the loop. */
    Http2Stream begin(HttpClientResponse answer) {
        response = answer;
        loop = Vertx.currentContext();
        if (paused) {
            response.pause();
        }
        response.exceptionHandler(ignored -> events.add(RESET))
                .endHandler(ignored -> events.add(END))
                .handler(this::read);
        return this;
    }

    private void read(Buffer bytes) {
        String text = pending.appendBuffer(bytes).toString(StandardCharsets.UTF_8);
        int end = text.lastIndexOf("\n\n");
        if (end >= 0) {
            List.of(text.substring(0, end).split("\n\n"))
                    .forEach(block -> SseEvent.in(block).ifPresent(events::add));
            pending = Buffer.buffer(text.substring(end + 2));
        }
    }

    HttpClientResponse response() {
        return response;
    }

    void startReading() {
        loop.runOnContext(ignored -> response.resume());
    }

    /** Leaves, as a page does that is closed. */
    void reset() {
        loop.runOnContext(ignored -> response.request().reset(CANCEL));
    }

    SseEvent await(String type) {
        List<SseEvent> seen = await(event -> event.type().equals(type));
        return seen.get(seen.size() - 1);
    }

    void awaitEnd() {
        await(END::equals);
    }

    void awaitReset() {
        await(RESET::equals);
    }

    /** The tenant's events up to the one with that data, in order; the gateway's own are left out. */
    List<SseEvent> upTo(String marker) {
        List<SseEvent> seen = await(event -> event.data().contains(marker));
        seen.removeIf(SseEvent::isSystem);
        return seen;
    }

    /** Everything up to and including the first event that is wanted. */
    List<SseEvent> await(Predicate<SseEvent> wanted) {
        List<SseEvent> seen = new ArrayList<>();
        long giveUpNanos = System.nanoTime() + SseClient.PATIENCE.toNanos();
        SseEvent event = next(giveUpNanos);
        while (!wanted.test(event)) {
            seen.add(event);
            assertThat(OVER).as("seen: %s", types(seen)).doesNotContain(event);
            event = next(giveUpNanos);
        }
        seen.add(event);
        return seen;
    }

    private static List<String> types(List<SseEvent> seen) {
        return seen.stream().map(SseEvent::type).toList();
    }

    private SseEvent next(long giveUpNanos) {
        try {
            SseEvent event = events.poll(giveUpNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(event).as("an event within %s", SseClient.PATIENCE).isNotNull();
            return event;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
