package io.andon.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A client whose connections are cut after any number of bytes. It keeps the id of the last event that arrived whole, as
 * a browser does, and an account of its tenant's events, which are numbered topic by topic. One thread at a time.
 */
final class CutClient {

    /** Of the number that comes next, nothing is known: the client has been told to ask for everything again. */
    private static final int ANY = -1;

    private static final int PATIENCE_MS = 15_000;
    private static final int MOST_PLACES = 400;

    /** With which position a client comes back. */
    enum Position {
        LAST,
        OLDER,
        TAMPERED,
        FOREIGN
    }

    /** Where a client was, and what it expects if it goes on from there. */
    private record Place(String id, int[] next) {}

    private final String tenant;
    private final String token;
    private final Random random;
    private final Map<String, Integer> tally;
    private final Collection<String> complaints;
    private final List<Place> places = new ArrayList<>();
    private Position position = Position.LAST;
    private String sent = "";
    private volatile String lastId = "";
    private volatile int[] next = {ANY, ANY};
    private volatile boolean ready;

    CutClient(String tenant, String token, Random random, Map<String, Integer> tally, Collection<String> complaints) {
        this.tenant = tenant;
        this.token = token;
        this.random = random;
        this.tally = tally;
        this.complaints = complaints;
    }

    static Map<String, Integer> newTally() {
        return new ConcurrentSkipListMap<>();
    }

    static Collection<String> newComplaints() {
        return new ConcurrentLinkedQueue<>();
    }

    /** Chooses what to come back with; {@code foreign} is where a client of another tenant is. */
    void choose(Position chosen, String foreign) {
        position = lastId.isEmpty() || (chosen == Position.FOREIGN && foreign.isEmpty()) ? Position.LAST : chosen;
        switch (position) {
            case LAST -> sent = lastId;
            case OLDER -> goBackTo(places.get(random.nextInt(places.size())));
            case TAMPERED -> claim(tampered(lastId));
            case FOREIGN -> claim(foreign);
        }
    }

    private void goBackTo(Place place) {
        sent = place.id();
        lastId = place.id();
        next = place.next().clone();
    }

    private void claim(String id) {
        sent = id;
        next = new int[] {ANY, ANY};
    }

    private String tampered(String id) {
        return switch (random.nextInt(4)) {
            case 0 -> id.replaceFirst("@\\d+", "@" + random.nextInt(2000));
            case 1 -> id.replaceFirst("@(-?\\d+)~", "@$1~x");
            case 2 -> id.substring(0, random.nextInt(id.length()));
            default -> id.replace('/', '%');
        };
    }

    String lastId() {
        return lastId;
    }

    /** Opens a stream and reads it up to so many bytes; what has not arrived whole by then never has. */
    void read(int port, int bytes) {
        SseDecoder decoder = new SseDecoder(this::accept);
        try (Socket socket = connect(port)) {
            byte[] buffer = new byte[8 * 1024];
            int left = bytes;
            while (left > 0 && !decoder.isOver()) {
                int read = socket.getInputStream().read(buffer, 0, Math.min(left, buffer.length));
                if (read < 0) {
                    complain("the gateway ended the stream");
                    return;
                }
                left -= read;
                decoder.feed(ByteBuffer.wrap(buffer, 0, read));
            }
            count(left > 0 ? "ended by the gateway" : "cut");
        } catch (IOException e) {
            complain(e.toString());
        } finally {
            ready = false;
        }
    }

    /** Reads on from the last position until {@code enough} of each topic have been seen. */
    void readUpTo(int port, int[] enough) {
        choose(Position.LAST, "");
        SseDecoder decoder = new SseDecoder(this::accept);
        try (Socket socket = connect(port)) {
            byte[] buffer = new byte[8 * 1024];
            while (next[0] <= enough[0] || next[1] <= enough[1]) {
                decoder.feed(ByteBuffer.wrap(buffer, 0, socket.getInputStream().read(buffer)));
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            complain("at the end, waiting for " + enough[0] + "," + enough[1] + ": " + e);
        }
    }

    private Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(PATIENCE_MS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String request = "GET /events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                + "Authorization: Bearer " + token + "\r\n"
                + (sent.isEmpty() ? "" : "Last-Event-ID: " + sent + "\r\n")
                + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void accept(SseEvent event) {
        switch (event.type()) {
            case "system.ready" -> begin(event);
            case "system.resync" -> resync(event.payload().getString("reason"));
            case "system.heartbeat" -> count("heartbeats");
            default -> account(event);
        }
        lastId = event.id().isEmpty() ? lastId : event.id();
        if (places.size() < MOST_PLACES && !event.id().isEmpty()) {
            places.add(new Place(lastId, next.clone()));
        }
    }

    private void begin(SseEvent event) {
        ready = true;
        String outcome = event.payload().getString("outcome");
        count(position + " " + outcome);
        if (outcome.equals("resync")) {
            next = new int[] {ANY, ANY};
        } else if (outcome.equals("resumed")
                && position != Position.TAMPERED
                && !event.id().equals(sent)) {
            complain("resumed from " + event.id());
        } else if (outcome.equals("fresh") && !sent.isEmpty()) {
            complain("a position was ignored");
        }
    }

    private void resync(String reason) {
        count(position + " resync: " + reason);
        next = new int[] {ANY, ANY};
    }

    private void account(SseEvent event) {
        int topic = event.payload().getInteger("topic");
        int number = event.payload().getInteger("i");
        if (!event.payload().getString("tenant").equals(tenant)) {
            complain("an event of another tenant: " + event.data());
        }
        if (next[topic] != ANY && next[topic] != number) {
            complain("topic " + topic + ", expected " + next[topic] + ", got " + number);
        }
        int[] moved = next.clone();
        moved[topic] = number + 1;
        next = moved;
        count("events");
    }

    private void count(String what) {
        tally.merge(what, 1, Integer::sum);
    }

    private void complain(String what) {
        complaints.add(tenant + " with " + position + " " + sent + " (last " + lastId + "): " + what);
    }

    /** Whether a stream has begun that it still reads, or has read to the end. */
    boolean isReady() {
        return ready;
    }
}
