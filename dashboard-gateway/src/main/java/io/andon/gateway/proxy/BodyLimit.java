package io.andon.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A body of unknown length that fails once it is longer than allowed, without ever being held in memory. */
final class BodyLimit implements ReadStream<Buffer> {

    /** The body went on past the limit. */
    static final class Exceeded extends RuntimeException {
        Exceeded() {
            super("the body is too large");
        }
    }

    private final ReadStream<Buffer> body;
    private final long maxBytes;
    private final Runnable onExceeded;
    private long bytes;
    private @Nullable Handler<Throwable> exceptionHandler;

    BodyLimit(ReadStream<Buffer> body, long maxBytes, Runnable onExceeded) {
        this.body = body;
        this.maxBytes = maxBytes;
        this.onExceeded = onExceeded;
    }

    @Override
    public BodyLimit handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        boolean wasWithin = bytes <= maxBytes;
        bytes += chunk.length();
        if (bytes <= maxBytes) {
            handler.handle(chunk);
        } else if (wasWithin) {
            onExceeded.run();
            if (exceptionHandler != null) {
                exceptionHandler.handle(new Exceeded());
            }
        }
    }

    @Override
    public BodyLimit exceptionHandler(@Nullable Handler<Throwable> handler) {
        exceptionHandler = handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public BodyLimit endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : end -> {
                            if (bytes <= maxBytes) {
                                handler.handle(end);
                            }
                        });
        return this;
    }

    @Override
    public BodyLimit pause() {
        body.pause();
        return this;
    }

    @Override
    public BodyLimit resume() {
        body.resume();
        return this;
    }

    @Override
    public BodyLimit fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
