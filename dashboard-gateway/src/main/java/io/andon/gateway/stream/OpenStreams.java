package io.andon.gateway.stream;

import io.andon.gateway.fanout.CloseReason;
import io.andon.gateway.fanout.Subscriber;
import io.andon.gateway.fanout.SystemFrames;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Every open stream, so that it can be closed when its token expires or the gateway stops. */
@Singleton
final class OpenStreams {

    /** The last word leaves before the token's time is over, not after. */
    private static final Duration BEFORE_EXPIRY = Duration.ofMillis(250);

    private final SystemFrames systemFrames;
    private final RetryTimes retryTimes;
    private final Clock clock;
    private final Map<Subscriber, OpenStream> streams = new ConcurrentHashMap<>();

    private record OpenStream(EventLoop loop, ScheduledFuture<?> expiry) {}

    @Inject
    OpenStreams(SystemFrames systemFrames, RetryTimes retryTimes, Clock clock) {
        this.systemFrames = systemFrames;
        this.retryTimes = retryTimes;
        this.clock = clock;
    }

    /** Called on the subscriber's loop. */
    void add(Subscriber subscriber, EventLoop loop, Instant expiresAt) {
        long delayMs = Duration.between(clock.instant(), expiresAt.minus(BEFORE_EXPIRY))
                .toMillis();
        ScheduledFuture<?> expiry = loop.schedule(
                () -> subscriber.close(
                        CloseReason.TOKEN_EXPIRED, systemFrames.bye(CloseReason.TOKEN_EXPIRED.wireName(), 0)),
                Math.max(0, delayMs),
                TimeUnit.MILLISECONDS);
        streams.put(subscriber, new OpenStream(loop, expiry));
    }

    void remove(Subscriber subscriber) {
        OpenStream stream = streams.remove(subscriber);
        if (stream != null) {
            stream.expiry().cancel(false);
        }
    }

    /** Says good-bye to a client, which is told another time to come back at than the others. */
    void sayGoodbye(Subscriber subscriber) {
        OpenStream stream = streams.get(subscriber);
        if (stream != null) {
            stream.loop()
                    .execute(() -> subscriber.close(
                            CloseReason.SHUTDOWN,
                            systemFrames.bye(CloseReason.SHUTDOWN.wireName(), retryTimes.nextMs())));
        }
    }

    /** The streams that are open now. */
    List<Subscriber> all() {
        return List.copyOf(streams.keySet());
    }

    int count() {
        return streams.size();
    }
}
