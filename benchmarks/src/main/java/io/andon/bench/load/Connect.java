package io.andon.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Streams to open. Client {@code i} asks for {@code paths[i % paths]} with {@code tokens[i % tokens]}.
 *
 * @param tokens bearer tokens; none for a server that asks for none
 * @param count how many streams
 * @param stalled so many of them, the first, never read
 * @param awaitsReady whether a stream counts as open only with its {@code system.ready}
 * @param reconnects whether a stream that breaks is opened again, after the time that the server told, with its last id
 * @param sampleEvery one event in so many is timed
 * @param timesLast whether the arrival at the last of all subscribers is timed for each event
 */
public record Connect(
        int port,
        List<String> paths,
        List<String> tokens,
        int count,
        int stalled,
        boolean awaitsReady,
        boolean reconnects,
        int sampleEvery,
        boolean timesLast) {

    public static Connect to(int port, List<String> paths, List<String> tokens, int count, boolean awaitsReady) {
        return new Connect(port, paths, tokens, count, 0, awaitsReady, false, 1, false);
    }

    public Connect withStalled(int clients) {
        return new Connect(port, paths, tokens, count, clients, awaitsReady, reconnects, sampleEvery, timesLast);
    }

    public Connect withReconnects() {
        return new Connect(port, paths, tokens, count, stalled, awaitsReady, true, sampleEvery, timesLast);
    }

    public Connect withSamples(int oneIn) {
        return new Connect(port, paths, tokens, count, stalled, awaitsReady, reconnects, oneIn, timesLast);
    }

    public Connect withLastTimed() {
        return new Connect(port, paths, tokens, count, stalled, awaitsReady, reconnects, sampleEvery, true);
    }

    /** @param lastId of the last event that the client has got, empty if there is none */
    ByteBuffer request(int client, String lastId) {
        StringBuilder head = new StringBuilder("GET " + paths.get(client % paths.size()) + " HTTP/1.1\r\n")
                .append("Host: localhost:" + port + "\r\nAccept: text/event-stream\r\n");
        if (!tokens.isEmpty()) {
            head.append("Authorization: Bearer " + tokens.get(client % tokens.size()) + "\r\n");
        }
        if (!lastId.isEmpty()) {
            head.append("Last-Event-ID: " + lastId + "\r\n");
        }
        return ByteBuffer.wrap(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    }
}
