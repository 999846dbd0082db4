package io.andon.gateway.proxy;

import io.andon.gateway.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A request's body that fails once it is longer than allowed, or is not complete in time, without ever being held in
 * memory. A client that sends nothing would otherwise keep one of the few connections to the service.
 *
 * <p>Touched by the request's event loop alone.
 */
final class GuardedBody implements ReadStream<Buffer> {

    private final Vertx vertx = Vertx.currentContext().owner();
    private final ReadStream<Buffer> body;
    private final ProxyConfig config;
    private final Runnable onEnd;
    private @Nullable Handler<Throwable> exceptionHandler;
    private @Nullable Problem refusal;
    private long bytes;
    private long timer = -1;
    private boolean ended;

    /** The body is not what is taken. */
    static final class Refused extends RuntimeException {
        Refused(Problem problem) {
            super(problem.detail());
        }
    }

    /**
     * Called on the request's event loop.
     *
     * @param onEnd runs when the body is complete
     */
    GuardedBody(ReadStream<Buffer> body, ProxyConfig config, Runnable onEnd) {
        this.body = body;
        this.config = config;
        this.onEnd = onEnd;
    }

    /** Why the body was refused, if it was. */
    @Nullable
    Problem refusal() {
        return refusal;
    }

    @Override
    public GuardedBody handler(@Nullable Handler<Buffer> handler) {
        if (handler != null && timer < 0 && !ended) {
            timer = vertx.setTimer(config.uploadTimeout().toMillis(), late -> refuseLate());
        }
        body.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        bytes += chunk.length();
        long maxBytes = config.maxBody().asLongValue();
        if (bytes > maxBytes) {
            refuse(ProxyProblems.bodyTooLarge(maxBytes));
        } else if (refusal == null) {
            handler.handle(chunk);
        }
    }

    private void refuseLate() {
        if (!ended) {
            refuse(ProxyProblems.bodyTooLate(config.uploadTimeout()));
        }
    }

    private void refuse(Problem problem) {
        if (refusal == null) {
            refusal = problem;
            stopTimer();
            if (exceptionHandler != null) {
                exceptionHandler.handle(new Refused(problem));
            }
        }
    }

    private void stopTimer() {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
        }
    }

    @Override
    public GuardedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        exceptionHandler = handler;
        body.exceptionHandler(
                handler == null
                        ? null
                        : failure -> {
                            stopTimer();
                            handler.handle(failure);
                        });
        return this;
    }

    @Override
    public GuardedBody endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(handler == null ? null : end -> end(handler));
        return this;
    }

    private void end(Handler<Void> handler) {
        ended = true;
        stopTimer();
        if (refusal == null) {
            onEnd.run();
            handler.handle(null);
        }
    }

    @Override
    public GuardedBody pause() {
        body.pause();
        return this;
    }

    @Override
    public GuardedBody resume() {
        body.resume();
        return this;
    }

    @Override
    public GuardedBody fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
