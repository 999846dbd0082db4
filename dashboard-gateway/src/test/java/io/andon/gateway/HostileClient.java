package io.andon.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What a client sends that does not behave, byte by byte. Any thread. */
record HostileClient(int port) {

    static String request(String token) {
        return "GET /events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nAuthorization: Bearer " + token
                + "\r\n\r\n";
    }

    /** Opens a stream and takes no more of it than {@link #readOne} does. */
    Socket open(String token) throws IOException {
        Socket socket = connect();
        socket.getOutputStream().write(bytes(request(token)));
        return socket;
    }

    static void readOne(Socket socket) {
        try {
            socket.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param halves how much of the request is sent: none, the first half, or all of it */
    void sendAndDrop(String request, int halves) {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes(request), 0, request.length() * halves / 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String statusOf(String request) {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes(request));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static byte[] bytes(String request) {
        return request.getBytes(StandardCharsets.US_ASCII);
    }
}
