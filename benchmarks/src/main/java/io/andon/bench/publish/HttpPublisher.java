package io.andon.bench.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Publishes with one POST an event, pipelined on one connection: waiting for each answer would measure the round trip.
 * The answers are read by a thread of their own and not looked at; events that a server refused are missed by its
 * subscribers.
 */
public final class HttpPublisher implements Publisher {

    private final Socket socket;
    private final OutputStream out;
    private final List<byte[]> heads;

    /** @param paths by tenant */
    public HttpPublisher(int port, List<String> paths) {
        this.heads = paths.stream()
                .map(path -> ("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port
                                + "\r\nContent-Type: application/json\r\nContent-Length: ")
                        .getBytes(StandardCharsets.US_ASCII))
                .toList();
        try {
            this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            this.out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
            Thread reader = new Thread(this::readAnswers, "answers");
            reader.setDaemon(true);
            reader.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAnswers() {
        byte[] answers = new byte[64 * 1024];
        try {
            InputStream in = socket.getInputStream();
            while (in.read(answers) >= 0) {
                // What is said does not matter; see above.
            }
        } catch (IOException e) {
            // The socket has been closed; a server that closed it is noticed with the next event.
        }
    }

    @Override
    public void publish(int tenant, byte[] value) {
        try {
            out.write(heads.get(tenant));
            out.write((value.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
