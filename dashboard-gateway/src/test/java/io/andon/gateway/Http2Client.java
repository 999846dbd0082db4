package io.andon.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.GoAway;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A client that asks everything on one HTTP/2 connection: in the clear with prior knowledge, or with TLS and ALPN. */
final class Http2Client implements AutoCloseable {

    /** Like a browser, it takes far more on the connection than on each of its streams. */
    private static final int STREAM_WINDOW = 64 * 1024;

    private static final int CONNECTION_WINDOW = 16 * 1024 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final URI address;
    private final HttpClient client;
    private final List<HttpConnection> connections = new CopyOnWriteArrayList<>();
    private final CompletableFuture<GoAway> goAway = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    Http2Client(URI address) {
        boolean tls = "https".equals(address.getScheme());
        this.address = address;
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setSsl(tls)
                .setUseAlpn(tls)
                .setTrustAll(true)
                .setVerifyHost(false)
                .setHttp2ConnectionWindowSize(CONNECTION_WINDOW)
                .setInitialSettings(new Http2Settings().setInitialWindowSize(STREAM_WINDOW));
        client = vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions().setHttp2MaxSize(1))
                .withConnectHandler(this::connected)
                .build();
    }

    private void connected(HttpConnection connection) {
        connections.add(connection);
        connection.goAwayHandler(goAway::complete);
        connection.closeHandler(ignored -> closed.complete(null)).exceptionHandler(ignored -> {});
    }

    /** Opens a stream and reads it. */
    Http2Stream open(String token) {
        return open(token, new Http2Stream(false));
    }

    /** Opens a stream and takes no byte of it: its window is used up, the connection's is not. */
    Http2Stream openWithoutReading(String token) {
        return open(token, new Http2Stream(true));
    }

    /** The answer's handlers are there before there is an answer: what comes when none is there is lost. */
    private Http2Stream open(String token, Http2Stream stream) {
        HttpClientRequest request = done(client.request(options(token)));
        Future<Http2Stream> begun = request.response().map(stream::begin);
        request.end();
        return done(begun);
    }

    /** Asks for a stream and takes it back at once; false if the connection takes no more. */
    boolean askAndReset(String token) {
        try {
            HttpClientRequest request = done(client.request(options(token)));
            request.exceptionHandler(ignored -> {}).end();
            request.reset();
            return !goAway.isDone() && !closed.isDone();
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private RequestOptions options(String token) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("localhost")
                .setPort(address.getPort())
                .setURI("/events")
                .putHeader("Accept", "text/event-stream")
                .putHeader("Authorization", "Bearer " + token);
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .get(SseClient.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    List<HttpConnection> connections() {
        return connections;
    }

    /** What the gateway says when it wants no more requests on the connection (RFC 9113 §6.8). */
    CompletableFuture<GoAway> goAway() {
        return goAway;
    }

    CompletableFuture<Void> closed() {
        return closed;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
