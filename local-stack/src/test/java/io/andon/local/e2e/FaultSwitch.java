package io.andon.local.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets tests in another process, those in a browser, cause real faults. {@code POST /kill/<service>} ends a service's
 * process with SIGKILL; {@code POST /restart/<service>?<variable>=<value>} starts it again, with that in its environment,
 * and answers once it is ready; {@code POST /token/<role>@<tenant>?validity=PT5S} answers with a token that lasts so long.
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
        faults.on("/kill/", (service, settings) -> {
            stack.kill(service);
            return "{}";
        });
        faults.on("/restart/", (service, settings) -> {
            stack.restart(service, settings);
            return "{}";
        });
        faults.on("/token/", (person, settings) -> {
            String[] roleAndTenant = person.split("@");
            Duration validity = Duration.parse(settings.get("validity"));
            return "{\"token\":\"" + stack.token(roleAndTenant[1], roleAndTenant[0], validity) + "\"}";
        });
        server.setExecutor(faults.thread);
        server.start();
        return faults;
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** @param action gets the path's last part and the query's parameters */
    private void on(String path, BiFunction<String, Map<String, String>, String> action) {
        server.createContext(path, exchange -> answer(exchange, action));
    }

    private static void answer(HttpExchange exchange, BiFunction<String, Map<String, String>, String> action)
            throws IOException {
        String path = exchange.getRequestURI().getPath();
        // Closing the exchange closes the connection, which its client must not take for one to use again.
        exchange.getResponseHeaders().set("Connection", "close");
        try (exchange) {
            String answer = action.apply(
                    path.substring(path.lastIndexOf('/') + 1),
                    parameters(exchange.getRequestURI().getQuery()));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> parameters(String query) {
        return query == null
                ? Map.of()
                : Stream.of(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
    }
}
