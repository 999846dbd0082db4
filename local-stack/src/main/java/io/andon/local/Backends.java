package io.andon.local;

import io.andon.backends.Broker;
import io.andon.backends.Database;
import io.andon.backends.DatabaseSettings;
import io.andon.backends.Issuer;
import io.andon.backends.IssuerSettings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, Kafka and the issuer: the parts that live in this JVM.
 *
 * <p>They start in three threads at once. {@link #close} may come from another thread in the middle of that; it waits
 * for the starting parts, because a PostgreSQL that is given up half-way would be left running.
 */
public final class Backends implements AutoCloseable {

    static final String POSTGRES = "postgresql";
    private static final String KAFKA = "kafka";
    private static final int CLOSE_PATIENCE_SECONDS = 60;

    private final StackConfig config;
    private final StackState state;
    private final Progress progress;
    private final ExecutorService starters = Executors.newFixedThreadPool(3);

    private volatile @Nullable Database database;
    private volatile @Nullable Broker broker;
    private volatile @Nullable Issuer issuer;

    public Backends(StackConfig config, StackState state, Progress progress) {
        this.config = config;
        this.state = state;
        this.progress = progress;
    }

    /** Returns when all three are ready. */
    public void start() {
        List<Future<?>> starting = List.of(
                starters.submit(reported("PostgreSQL", config.ports().postgres(), () -> database = startDatabase())),
                starters.submit(reported("Kafka", config.ports().kafka(), () -> broker = newBroker())),
                starters.submit(reported("Issuer", config.ports().issuer(), () -> issuer = newIssuer())));
        starters.shutdown();
        starting.forEach(Backends::await);
    }

    private Callable<?> reported(String part, int port, Callable<?> start) {
        return () -> {
            Stopwatch stopwatch = new Stopwatch();
            try {
                start.call();
            } catch (Exception e) {
                throw new StackException(part + " did not start: " + rootMessage(e) + logHint(part), e);
            }
            progress.ready(part, "ready on port " + port, stopwatch.elapsed());
            return part;
        };
    }

    private Database startDatabase() {
        Database started = Database.start(new DatabaseSettings(
                state.data(POSTGRES),
                state.data("postgresql-programs"),
                state.log(POSTGRES),
                config.ports().postgres(),
                true,
                false));
        Services.DATABASES.forEach(started::createDatabase);
        return started;
    }

    private Broker newBroker() {
        return Broker.start(state.data(KAFKA), config.ports().kafka());
    }

    private Issuer newIssuer() {
        return Issuer.start(new IssuerSettings(
                config.ports().issuer(), config.tokenValidity(), Optional.of(state.data("issuer-key.json"))));
    }

    private String logHint(String part) {
        return ". Its log: " + state.log("PostgreSQL".equals(part) ? POSTGRES : LocalStack.LOG);
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private static void await(Future<?> part) {
        try {
            part.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackException known
                    ? known
                    : new StackException("A backend did not start: " + rootMessage(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the backends started", e);
        }
    }

    public Database database() {
        return started(database);
    }

    public Issuer issuer() {
        return started(issuer);
    }

    /** Takes the broker away, as a test of an outage does. */
    public void stopBroker() {
        started(broker).close();
        broker = null;
    }

    /** Brings the broker back with what it had. */
    public void startBroker() {
        broker = newBroker();
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("not started");
        }
        return part;
    }

    @Override
    public void close() {
        starters.shutdown();
        try {
            if (!starters.awaitTermination(CLOSE_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                progress.say("A backend was still starting and may be left behind; the next start ends it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeAll(issuer, broker, database);
    }

    private void closeAll(@Nullable AutoCloseable... parts) {
        for (AutoCloseable part : parts) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (Exception e) {
                progress.say("While stopping: " + rootMessage(e));
            }
        }
    }
}
