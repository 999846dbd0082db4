package io.andon.kit.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The right to relay, for a few seconds at a time. It only decides who tries: what keeps a former holder from writing
 * after the next one is the epoch of the producer, see {@link OutboxPublisher}.
 *
 * <p>The relay's thread takes it and gives it back. One thread of its own renews it, so that a slow broker does not cost
 * the lease, while a process that is dead, paused or cut off loses it. Only the database's clock counts.
 */
final class OutboxLease implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxLease.class);

    /** Attempts to renew within the time that the lease lasts. */
    private static final int RENEWALS = 4;

    private record Taken(UUID outbox, long term) {}

    private final Jdbi jdbi;
    private final Taken taken;
    private final Duration validity;
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "outbox-lease");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean held = true;

    private OutboxLease(Jdbi jdbi, Taken taken, Duration validity) {
        this.jdbi = jdbi;
        this.taken = taken;
        this.validity = validity;
    }

    /** Takes the lease if nobody holds it. */
    static Optional<OutboxLease> take(Jdbi jdbi, String holder, Duration validity) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                """
                                update outbox_relay
                                set holder = :holder, term = term + 1,
                                    expires_at = clock_timestamp() + :millis * interval '1 millisecond'
                                where expires_at < clock_timestamp()
                                returning id, term
                                """)
                        .bind("holder", holder)
                        .bind("millis", validity.toMillis())
                        .map((rs, context) -> new Taken(rs.getObject("id", UUID.class), rs.getLong("term")))
                        .findOne())
                .map(taken -> new OutboxLease(jdbi, taken, validity).renewing());
    }

    private OutboxLease renewing() {
        long pauseMs = validity.toMillis() / RENEWALS;
        renewal.scheduleWithFixedDelay(this::renew, pauseMs, pauseMs, TimeUnit.MILLISECONDS);
        return this;
    }

    private void renew() {
        try {
            held = held && jdbi.withHandle(this::isRenewed);
        } catch (JdbiException failed) {
            LOG.debug("outbox lease not renewed", failed);
        }
    }

    private boolean isRenewed(Handle handle) {
        return handle.createUpdate(
                                """
                                update outbox_relay
                                set expires_at = clock_timestamp() + :millis * interval '1 millisecond'
                                where term = :term and holder is not null
                                """)
                        .bind("millis", validity.toMillis())
                        .bind("term", taken.term())
                        .execute()
                == 1;
    }

    /** Identifies the outbox's database. */
    UUID outbox() {
        return taken.outbox();
    }

    /** False once another replica was seen to have taken over. */
    boolean isHeld() {
        return held;
    }

    /** Gives the lease back, so that another replica need not wait for its end. */
    @Override
    public void close() {
        held = false;
        renewal.shutdownNow();
        // The pool would refuse a connection to a thread that is being stopped.
        boolean stopping = Thread.interrupted();
        try {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "update outbox_relay set holder = null, expires_at = '-infinity' where term = :term")
                    .bind("term", taken.term())
                    .execute());
        } catch (JdbiException failed) {
            LOG.debug("outbox lease not given back, it will expire", failed);
        } finally {
            if (stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
