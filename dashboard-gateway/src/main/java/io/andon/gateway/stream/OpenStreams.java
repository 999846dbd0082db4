package io.andon.gateway.stream;

import io.andon.gateway.access.StreamIdentity;
import io.andon.gateway.fanout.CloseReason;
import io.andon.gateway.fanout.Subscriber;
import io.andon.gateway.fanout.SystemFrames;
import io.netty.channel.EventLoop;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Every open stream, so that it can be closed when its token expires or the gateway stops. */
@Singleton
final class OpenStreams {

    /** The last word leaves before the token's time is over, not after. */
    private static final Duration BEFORE_EXPIRY = Duration.ofMillis(250);

    private final SystemFrames systemFrames;
    private final RetryTimes retryTimes;
    private final Clock clock;
    private final Map<Subscriber, OpenStream> streams = new ConcurrentHashMap<>();

    private final Map<EventLoop, Expiries> expiries = new ConcurrentHashMap<>();

    /** @param session what the client signed in with, if it was a cookie */
    private record OpenStream(EventLoop loop, Expiries expiries, Expiries.Expiry expiry, @Nullable String session) {}

    @Inject
    OpenStreams(SystemFrames systemFrames, RetryTimes retryTimes, Clock clock) {
        this.systemFrames = systemFrames;
        this.retryTimes = retryTimes;
        this.clock = clock;
    }

    /** Called on the subscriber's loop. */
    void add(Subscriber subscriber, EventLoop loop, StreamIdentity identity) {
        Expiries ofLoop = expiries.computeIfAbsent(loop, same -> new Expiries(same, clock));
        Expiries.Expiry expiry = ofLoop.add(
                identity.expiresAt().minus(BEFORE_EXPIRY).toEpochMilli(),
                () -> close(subscriber, CloseReason.TOKEN_EXPIRED, 0));
        streams.put(subscriber, new OpenStream(loop, ofLoop, expiry, identity.session()));
    }

    /** Called on the subscriber's loop. */
    void remove(Subscriber subscriber) {
        OpenStream stream = streams.remove(subscriber);
        if (stream != null) {
            stream.expiries().remove(stream.expiry());
        }
    }

    private void close(Subscriber subscriber, CloseReason reason, long retryMs) {
        subscriber.close(reason, systemFrames.bye(reason.wireName(), retryMs));
    }

    /** Ends what was opened with a session; called on any thread. */
    void closeSession(String session) {
        streams.forEach((subscriber, stream) -> {
            if (session.equals(stream.session())) {
                stream.loop().execute(() -> close(subscriber, CloseReason.SIGNED_OUT, 0));
            }
        });
    }

    /** Says good-bye to a client, which is told another time to come back at than the others. */
    void sayGoodbye(Subscriber subscriber) {
        OpenStream stream = streams.get(subscriber);
        if (stream != null) {
            stream.loop().execute(() -> close(subscriber, CloseReason.SHUTDOWN, retryTimes.nextMs()));
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
