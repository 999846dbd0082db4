package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that speak HTTP in ways that browsers have given up. */
@QuarkusTest
class OldClientsIT extends GatewayIT {

    private Socket socket;
    private BufferedReader reader;

    @BeforeEach
    void connect() throws IOException {
        socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @AfterEach
    void disconnect() throws IOException {
        socket.close();
    }

    @Test
    void anHttp10ClientGetsTheEventsWithoutChunks() throws IOException {
        send("GET /events HTTP/1.0\r\nHost: andon\r\nAuthorization: Bearer " + token(tenant) + "\r\n\r\n");
        List<String> beginning = upTo("system.ready");

        sendNumbered(0, 20);

        List<String> lines = upTo("\"i\":19}");
        assertThat(beginning).noneMatch(line -> line.startsWith("Transfer-Encoding"));
        assertThat(lines).allMatch(line -> line.isEmpty() || line.matches("(id|event|data): .*"));
        assertThat(lines).filteredOn(line -> line.contains("\"i\":")).hasSize(20);
    }

    @Test
    void whatIsSentBehindTheRequestChangesNothing() throws IOException {
        String request = "GET /events HTTP/1.1\r\nHost: andon\r\nAuthorization: Bearer " + token(tenant) + "\r\n\r\n";
        send(request + request);
        upTo("system.ready");
        send(request + "x".repeat(100_000));

        records.send(Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"last\":true}");

        assertThat(upTo("\"last\":true")).noneMatch(line -> line.startsWith("HTTP/1.1"));
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private List<String> upTo(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        while (!line.contains(text)) {
            line = reader.readLine();
            assertThat(line).as("the stream after %s", lines).isNotNull();
            lines.add(line);
        }
        return lines;
    }
}
