package io.andon.gateway.stream;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;

/**
 * Ends a response in such a way that the client opens another connection for its next request, which a load balancer may
 * lead to another gateway. A kept connection would lead the client back to this one, and cost a descriptor.
 */
final class LastWord {

    private static final long NO_ERROR = 0;

    private LastWord() {}

    /**
     * @param leave whether nothing more should be asked on a connection that others share (HTTP/2)
     * @return when the system has taken the last byte
     */
    static Future<Void> end(HttpConnection connection, HttpServerResponse response, Buffer last, boolean leave) {
        Future<Void> written = response.end(last);
        if (!StreamHeaders.isHttp2(response)) {
            written.onComplete(ignored -> connection.close());
        } else if (leave) {
            // RFC 9113 §6.8: streams that are open go on, new ones belong on a new connection.
            connection.goAway(NO_ERROR);
        }
        return written;
    }
}
