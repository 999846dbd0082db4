package io.andon.gateway.stream;

import io.andon.gateway.fanout.ClientConnection;
import io.andon.gateway.fanout.Resumption;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** A subscriber's HTTP response, over HTTP/1.1 (chunked) or HTTP/2 (a stream of the connection). */
final class HttpConnection implements ClientConnection {

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final String clientId;
    private final StreamOpening opening;

    HttpConnection(HttpServerRequest request, int maxBufferedBytes, String clientId, StreamOpening opening) {
        this.request = request;
        this.response = request.response();
        this.clientId = clientId;
        this.opening = opening;
        response.setWriteQueueMaxSize(maxBufferedBytes);
    }

    @Override
    public void open(Resumption resumption) {
        StreamHeaders.put(response);
        write(opening.of(clientId, resumption));
    }

    @Override
    public void goLive(Resumption resumption) {
        Buffer later = opening.later(resumption);
        if (later.length() > 0) {
            write(later);
        }
    }

    @Override
    public boolean isFull() {
        return response.writeQueueFull();
    }

    /** With a null handler, the write makes no promise: nobody would look at it. */
    @Override
    public void write(Buffer events) {
        if (!response.ended() && !response.closed()) {
            response.write(events, null);
        }
    }

    /** A client that waits for its past may have got nothing so far; a browser takes the last word as a stream's only. */
    @Override
    public void end(Buffer last, boolean leave) {
        if (!response.ended() && !response.closed()) {
            if (!response.headWritten()) {
                StreamHeaders.put(response);
            }
            LastWord.end(request, last, leave);
        }
    }

    /** A response that is only ended would wait for a client that does not read what came before. */
    @Override
    public void abort() {
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset();
        } else {
            request.connection().close();
        }
    }
}
