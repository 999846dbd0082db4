package io.andon.gateway.stream;

import io.andon.gateway.fanout.CloseReason;
import io.andon.gateway.fanout.FanoutMetrics;
import io.andon.gateway.fanout.Subscriber;
import io.andon.gateway.fanout.TypeFilter;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Makes subscribers of HTTP requests. */
@Singleton
final class Subscribers {

    /** Of what is held for a client, one part in so many lies in its socket's buffer and cannot be taken back. */
    private static final int SOCKET_SHARE = 4;

    private final StreamOpening opening;
    private final FanoutMetrics metrics;
    private final Clock clock;
    private final int maxBufferedBytes;
    private final int maxQueuedBytes;

    @Inject
    Subscribers(StreamOpening opening, FanoutMetrics metrics, StreamConfig config, Clock clock) {
        this.opening = opening;
        this.metrics = metrics;
        this.clock = clock;
        int maxQueue = Math.toIntExact(config.maxQueue().asLongValue());
        this.maxBufferedBytes = maxQueue / SOCKET_SHARE;
        this.maxQueuedBytes = maxQueue - maxBufferedBytes;
    }

    /** @param onClose runs on the request's loop when the stream is over, whoever ended it */
    Subscriber of(HttpServerRequest request, TypeFilter filter, Consumer<Subscriber> onClose) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        HttpConnection connection = new HttpConnection(request, maxBufferedBytes, id, opening);
        Subscriber subscriber = new Subscriber(id, filter, connection, maxQueuedBytes, clock, metrics, onClose);
        request.response()
                .drainHandler(ignored -> subscriber.drained())
                .closeHandler(ignored -> subscriber.closed(CloseReason.CLIENT_GONE))
                .exceptionHandler(cause -> subscriber.closed(
                        SocketDeadline.hasPassed(cause) ? CloseReason.STALLED : CloseReason.CLIENT_GONE));
        return subscriber;
    }
}
