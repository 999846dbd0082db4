package io.andon.backends;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** Around every endpoint: CORS and its preflight, an answer for input that a handler chokes on, the end of the exchange. */
final class GuardedHandler implements HttpHandler {

    private final HttpHandler endpoint;

    GuardedHandler(HttpHandler endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Http.allowLoopbackOrigin(exchange);
            if ("OPTIONS".equals(exchange.getRequestMethod())) {
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            // A context matches every path that begins with its own.
            if (!exchange.getRequestURI()
                    .getPath()
                    .equals(exchange.getHttpContext().getPath())) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            endpoint.handle(exchange);
        } catch (IllegalArgumentException e) {
            // Percent signs that encode nothing, addresses that are none.
            Http.error(exchange, "invalid_request", "the request is malformed");
        }
    }
}
