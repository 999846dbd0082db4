package io.andon.gateway.stream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** The handlers of an HTTP/1.1 connection, once its response is a stream. */
final class ChunkedPipeline {

    private ChunkedPipeline() {}

    /**
     * Takes out what a stream whose head is written has no use for: the clock for idle connections, as it lives by its
     * heartbeats and is cut off by {@code andon.stream.max-stall}; the decoder of requests, whose memory is as long as the
     * longest line that it has read, a token; and the headers.
     *
     * @return from where chunks that are coded already go to the socket, as nothing before it has anything to do with
     *     them; null if something has: TLS, compression, or the lack of chunks in HTTP/1.0
     */
    static @Nullable ChannelHandlerContext openedFor(Channel channel, HttpServerResponse response) {
        ChannelPipeline pipeline = channel.pipeline();
        if (pipeline.get(IdleStateHandler.class) != null) {
            pipeline.remove(IdleStateHandler.class);
        }
        if (pipeline.get(HttpRequestDecoder.class) != null) {
            pipeline.replace(HttpRequestDecoder.class, null, UnaskedBytes.DROPPED);
        }
        boolean chunked = response.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        response.headers().clear();
        boolean queued = pipeline.get(ChunkedWriteHandler.class) != null;
        return chunked && !queued ? pipeline.context(HttpResponseEncoder.class) : null;
    }
}
