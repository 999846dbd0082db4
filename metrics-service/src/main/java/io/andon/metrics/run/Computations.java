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
 * The computations of this process, so that a shutdown can cut them off in the middle of a statement.
 *
 * <p>The threads that compute come and go; the one that shuts down cancels. Holds one connection per run that computes
 * here. A cancellation that comes between two statements cancels nothing, so it is repeated until nothing computes.
 */
@ApplicationScoped
class Computations {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Logger LOG = Logger.getLogger(Computations.class);

    private final Set<Connection> connections = new HashSet<>();
    private boolean stopping;

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
                notifyAll();
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
        while (!connections.isEmpty() && System.nanoTime() < deadline) {
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
