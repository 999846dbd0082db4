package io.andon.local.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Lets tests in another process, those in a browser, cause real faults: {@code POST /kill/<service>} ends a service's
 * process with SIGKILL, {@code POST /restart/<service>} starts it again and answers once it is ready.
 */
final class FaultSwitch implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    private FaultSwitch(HttpServer server) {
        this.server = server;
    }

    static FaultSwitch of(RunningStack stack) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FaultSwitch faults = new FaultSwitch(server);
        server.createContext("/kill/", exchange -> answer(exchange, stack::kill));
        server.createContext("/restart/", exchange -> answer(exchange, stack::restart));
        server.setExecutor(faults.thread);
        server.start();
        return faults;
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, Consumer<String> action) throws IOException {
        String path = exchange.getRequestURI().getPath();
        // Closing the exchange closes the connection, which its client must not take for one to use again.
        exchange.getResponseHeaders().set("Connection", "close");
        try (exchange) {
            action.accept(path.substring(path.lastIndexOf('/') + 1));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
    }
}
