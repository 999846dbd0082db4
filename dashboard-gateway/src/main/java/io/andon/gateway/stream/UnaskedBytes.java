package io.andon.gateway.stream;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * Stands where an HTTP/1.1 request is decoded, when there will be no other one: behind a response without end nothing can
 * be answered. What a client sends nevertheless is read, so that its farewell is, and dropped.
 */
@Sharable
final class UnaskedBytes extends ChannelInboundHandlerAdapter {

    static final UnaskedBytes DROPPED = new UnaskedBytes();

    private UnaskedBytes() {}

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }
}
