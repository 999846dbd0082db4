package io.andon.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.net.URI;

/** An event stream over HTTP/2 in the clear, by a client that knows that the server speaks it. */
final class Http2Stream implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final StringBuffer text = new StringBuffer();
    private volatile boolean toldToGoAway;
    private volatile boolean over;

    Http2Stream(URI address, String token) {
        vertx.createHttpClient(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false))
                .request(HttpMethod.GET, address.getPort(), "localhost", "/events")
                .onSuccess(request -> {
                    request.connection().goAwayHandler(goAway -> toldToGoAway = goAway.getErrorCode() == 0);
                    request.putHeader("Accept", "text/event-stream")
                            .putHeader("Authorization", "Bearer " + token)
                            .response()
                            .onSuccess(response -> response.handler(this::read).endHandler(end -> over = true));
                    request.end();
                });
    }

    private void read(Buffer bytes) {
        text.append(bytes);
    }

    boolean has(String wanted) {
        return text.indexOf(wanted) >= 0;
    }

    boolean isOver() {
        return over;
    }

    /** Whether the server has said that new requests belong on a new connection (RFC 9113 §6.8). */
    boolean isToldToGoAway() {
        return toldToGoAway;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
