package io.andon.metrics.run;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * The runs of this process and their computations, so that a shutdown can cut them off in the middle of a statement,
 * and waits until each of them has been marked failed.
 *
 * <p>The threads that begin runs and compute come and go; the one that shuts down cancels. Holds one connection per run
 * that computes here. A cancellation that comes between two statements cancels nothing, so it is repeated until no run
 * is left.
 */
@ApplicationScoped
class Computations {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Logger LOG = Logger.getLogger(Computations.class);

    private final Set<Connection> connections = new HashSet<>();
    private int runs;
    private boolean stopping;

    /**
     * Says that a run is about to begin here, so that a shutdown waits until {@link #leave} says that it has ended.
     *
     * @return false if it must not begin, because the process is shutting down
     */
    synchronized boolean enter() {
        if (!stopping) {
            runs++;
        }
        return !stopping;
    }

    synchronized void leave() {
        runs--;
        notifyAll();
    }

    /**
     * Does {@code work} with the connection of {@code tx}.
     *
     * @throws IllegalStateException if the process is shutting down
     */
    <T> T during(TenantTransaction tx, Supplier<T> work) {
        Connection connection = tx.handle().getConnection();
        synchronized (this) {
            if (stopping) {
                throw new IllegalStateException("the service is shutting down");
            }
            connections.add(connection);
        }
        try {
            return work.get();
        } finally {
            synchronized (this) {
                connections.remove(connection);
            }
        }
    }

    /** Whether nothing that begins now would be computed. */
    synchronized boolean areStopping() {
        return stopping;
    }

    /** Lets nothing begin any more and cuts off what is under way; waits for its end, but not longer than {@code limit}. */
    synchronized void stop(Duration limit) throws InterruptedException {
        stopping = true;
        long deadline = System.nanoTime() + limit.toNanos();
        while (runs > 0 && System.nanoTime() < deadline) {
            connections.forEach(Computations::cancel);
            wait(PAUSE.toMillis());
        }
    }

    private static void cancel(Connection connection) {
        try {
            connection.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException failed) {
            LOG.warnf("statement not canceled: %s", failed.getMessage());
        }
    }
}
