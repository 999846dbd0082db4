package io.andon.gateway.stream;

import io.andon.gateway.fanout.ClientConnection;
import io.andon.gateway.fanout.Resumption;
import io.andon.gateway.fanout.SharedPiece;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A subscriber's HTTP response, over HTTP/1.1 (chunked) or HTTP/2 (a stream of the connection). */
final class HttpConnection implements ClientConnection {

    /** How long the end of a stream may wait for a client that reads slowly; then there is no end, but a cut. */
    private static final long LAST_WORD_MS = 200;

    private static final Handler<AsyncResult<Void>> IGNORED = written -> {};

    private final io.vertx.core.http.HttpConnection connection;
    private final HttpServerResponse response;
    private final String clientId;
    private final StreamOpening opening;
    private String degradedReason = "";

    /** Where chunks that are coded already go on from; null if each client's bytes are its own, or before the head. */
    private @Nullable ChannelHandlerContext pastEncoder;

    /** The request itself is not kept: all that a router knows of it hangs on it. */
    HttpConnection(HttpServerRequest request, int maxBufferedBytes, String clientId, StreamOpening opening) {
        this.connection = request.connection();
        this.response = request.response();
        this.clientId = clientId;
        this.opening = opening;
        response.setWriteQueueMaxSize(maxBufferedBytes);
    }

    @Override
    public void open(Resumption resumption) {
        StreamHeaders.put(response);
        degradedReason = opening.degradedReason(resumption);
        write(opening.of(clientId, resumption, degradedReason));
        if (!StreamHeaders.isHttp2(response)) {
            pastEncoder = ChunkedPipeline.openedFor(channel(), response);
        }
    }

    @Override
    public void goLive(Resumption resumption) {
        Buffer later = opening.later(resumption, degradedReason);
        if (later.length() > 0) {
            write(later);
        }
    }

    @Override
    public boolean isFull() {
        return pastEncoder == null
                ? response.writeQueueFull()
                : !pastEncoder.channel().isWritable();
    }

    /**
     * With a null handler, the write makes no promise: nobody would look at it. But over HTTP/2, what a stream has not sent
     * when it ends fails, and a failure that no promise takes counts as the connection's, with all its streams.
     */
    @Override
    public void write(Buffer events) {
        if (!response.ended() && !response.closed()) {
            response.write(events, StreamHeaders.isHttp2(response) ? IGNORED : null);
        }
    }

    @Override
    public void write(SharedPiece events) {
        ChannelHandlerContext direct = pastEncoder;
        if (direct == null) {
            write(events.bytes());
        } else {
            direct.writeAndFlush(events.chunk(direct.alloc()), direct.voidPromise());
        }
    }

    /** A client that waits for its past may have got nothing so far; a browser takes the last word as a stream's only. */
    @Override
    public void end(Buffer last, boolean leave) {
        if (response.ended() || response.closed()) {
            return;
        }
        if (!response.headWritten()) {
            StreamHeaders.put(response);
        }
        Future<Void> taken = LastWord.end(connection, response, last, leave);
        if (!taken.isComplete()) {
            channel().eventLoop().schedule(() -> abortUnless(taken), LAST_WORD_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void abortUnless(Future<Void> taken) {
        if (!taken.isComplete()) {
            abort();
        }
    }

    /**
     * To end a response, or to close the connection by Vert.x, waits until the client has read what came before. Here
     * the client does not read: what is buffered for it is thrown away, in this process and, with a reset instead of a
     * farewell, in the system. Of an HTTP/2 connection only the one stream ends.
     */
    @Override
    public void abort() {
        if (StreamHeaders.isHttp2(response)) {
            response.reset();
        } else if (channel().isOpen()) {
            channel().config().setOption(ChannelOption.SO_LINGER, 0);
            channel().unsafe().close(channel().voidPromise());
        }
    }

    private Channel channel() {
        return ((ConnectionBase) connection).channel();
    }
}
