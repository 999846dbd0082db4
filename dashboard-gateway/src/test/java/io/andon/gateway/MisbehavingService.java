package io.andon.gateway;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service on a plain socket. The last part of the path says what it does: {@code silent}, {@code hang-up},
 * {@code cut-short}, {@code stream}; anything else is answered with the head of the request as it came in.
 */
final class MisbehavingService implements Closeable {

    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch secondPart = new CountDownLatch(1);

    MisbehavingService() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "misbehaving-service");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String head = head(in);
            // What is left of a body that nobody wanted is no request.
            while (head.contains(" HTTP/1.1\n") && answer(socket, head, in)) {
                head = head(in);
            }
        } catch (IOException | InterruptedException e) {
            // The gateway has given the connection up, which is what some tests are about.
        } finally {
            sockets.remove(socket);
        }
    }

    private static String head(BufferedReader in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    /** Whether the connection goes on. */
    private boolean answer(Socket socket, String head, BufferedReader in) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        String path = head.split(" ")[1];
        if (path.endsWith("/silent")) {
            return in.read() >= 0;
        } else if (path.endsWith("/hang-up")) {
            return false;
        } else if (path.endsWith("/cut-short")) {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly a part");
            return false;
        } else if (path.endsWith("/stream")) {
            write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nfirst\n\r\n");
            secondPart.await();
            write(out, "7\r\nsecond\n\r\n0\r\n\r\n");
            return true;
        }
        if (path.endsWith("/slow")) {
            // It answers what it has read, and this never comes to an end.
            return in.skip(Long.MAX_VALUE) < 0;
        }
        String body = head.toLowerCase(Locale.ROOT) + "end\n";
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        return true;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Lets {@code stream} go on. */
    void sendSecondPart() {
        secondPart.countDown();
    }

    int connections() {
        return connections.get();
    }

    String address() {
        return "http://localhost:" + server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
