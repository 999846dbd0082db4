package io.andon.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * What a client still sends after its request has been refused. To close at once would reset the connection, and many
 * clients would never read why (RFC 9112 §9.6): the rest is thrown away for a while, and then the connection is closed.
 */
final class RestOfBody {

    private static final long PATIENCE_MS = 30_000;

    private RestOfBody() {}

    /** Called on the request's event loop. */
    static void discard(HttpServerRequest request) {
        request.resume();
        Vertx.currentContext().owner().setTimer(PATIENCE_MS, timer -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }
}
