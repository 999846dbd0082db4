package io.andon.gateway.stream;

import io.andon.gateway.fanout.Subscriber;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * The gateway's end: not ready any more, no new streams, then a good-bye to one open stream after the other, at a pace
 * that those who take the clients over can bear. Events flow to each stream until its turn comes. What is still open at
 * the end of the time is cut off.
 *
 * <p>Runs on the thread that stops the process, which waits in here.
 */
@Singleton
final class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    private final OpenStreams streams;
    private final StreamConfig config;
    private volatile boolean draining;

    @Inject
    Drain(OpenStreams streams, StreamConfig config) {
        this.streams = streams;
        this.config = config;
    }

    /**
     * The one moment for it: when Quarkus fires its {@code ShutdownEvent}, the HTTP server has closed all connections
     * already.
     */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        draining = true;
        int open = streams.count();
        long begin = System.nanoTime();
        closeAll(open, begin);
        int left = streams.count();
        String force = left == 0 ? "" : ", " + left + " of them by force";
        LOG.infof("Streams are closed: %d within %d ms%s", open, millisSince(begin), force);
    }

    private void closeAll(int open, long begin) {
        DrainPace pace = new DrainPace(open, config.drainRate(), config.drainTimeout());
        Iterator<Subscriber> next = streams.all().iterator();
        int asked = 0;
        while (streams.count() > 0 && millisSince(begin) < config.drainTimeout().toMillis()) {
            int due = pace.dueAfter(System.nanoTime() - begin);
            while (asked < due && next.hasNext()) {
                streams.sayGoodbye(next.next());
                asked++;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            // Again, for a stream that was being opened while the others were listed.
            next = next.hasNext() ? next : streams.all().iterator();
        }
    }

    private static long millisSince(long nanoTime) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanoTime);
    }

    boolean isDraining() {
        return draining;
    }
}
