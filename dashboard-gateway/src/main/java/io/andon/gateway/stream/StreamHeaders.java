package io.andon.gateway.stream;

import io.vertx.core.http.HttpServerResponse;

/** The headers of an event stream. */
final class StreamHeaders {

    static final String MEDIA_TYPE = "text/event-stream";

    private StreamHeaders() {}

    static void put(HttpServerResponse response) {
        response.putHeader("Content-Type", MEDIA_TYPE)
                // no-transform: a proxy that compresses would also hold events back.
                .putHeader("Cache-Control", "no-store, no-transform")
                // nginx and those who follow it buffer answers unless told not to.
                .putHeader("X-Accel-Buffering", "no")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (!isHttp2(response)) {
            response.setChunked(true);
        }
    }

    /** Whether the response is one stream of a connection that others share. */
    static boolean isHttp2(HttpServerResponse response) {
        return response.streamId() >= 0;
    }
}
