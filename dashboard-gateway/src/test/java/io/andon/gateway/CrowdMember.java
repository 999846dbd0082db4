package io.andon.gateway;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One client of a {@link Crowd}, which does what a browser does: it remembers the last id, and comes back when it was
 * told to. Its tenant's events are numbered, and it keeps an account of them. Written by the crowd's thread alone.
 */
final class CrowdMember {

    private static final Pattern NUMBER = Pattern.compile("\"i\":(\\d+)");
    private static final long PATIENCE_MS = 2000;

    final String token;
    private final List<String> outcomes = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile long last = -1;
    private volatile int outOfOrder;
    private volatile int resyncs;
    private volatile boolean open;
    private volatile long retryMs = PATIENCE_MS;
    private volatile Instant toldToReturnAt = Instant.MIN;

    /** The port of the gateway that it is connected to. */
    private volatile int port;

    CrowdMember(String token) {
        this.token = token;
    }

    void connecting(int toPort) {
        port = toPort;
        retryMs = PATIENCE_MS;
    }

    void accept(SseEvent event) {
        lastId = event.id().isEmpty() ? lastId : event.id();
        switch (event.type()) {
            case "system.ready" -> {
                open = true;
                outcomes.add(event.payload().getString("outcome"));
            }
            case "system.bye" -> {
                retryMs = event.payload().getLong("retryMs");
                toldToReturnAt = event.json().getInstant("occurredAt").plusMillis(retryMs);
            }
            case "system.refused" -> retryMs = event.payload().getLong("retryMs");
            case "system.resync" -> resyncs++;
            default -> count(event);
        }
    }

    private void count(SseEvent event) {
        Matcher number = NUMBER.matcher(event.data());
        if (!event.isSystem() && number.find()) {
            long found = Long.parseLong(number.group(1));
            outOfOrder += found == last + 1 ? 0 : 1;
            last = found;
        }
    }

    void ended() {
        open = false;
    }

    boolean isOpenAt(int wantedPort) {
        return open && port == wantedPort;
    }

    String lastId() {
        return lastId;
    }

    /** The number of the last event; the first has number 0. */
    long last() {
        return last;
    }

    /** How many events did not follow on the one before: something was lost, doubled or in the wrong order. */
    int outOfOrder() {
        return outOfOrder;
    }

    int resyncs() {
        return resyncs;
    }

    /** How each of its streams began. */
    List<String> outcomes() {
        return outcomes;
    }

    /** When the last good-bye asked it to be back, by the gateway's clock; when its crowd gets to it is another matter. */
    Instant toldToReturnAt() {
        return toldToReturnAt;
    }

    long retryMs() {
        return retryMs;
    }
}
