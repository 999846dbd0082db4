package io.andon.workorder.replicas;

import io.andon.backends.Broker;
import io.andon.backends.Database;
import io.andon.backends.Issuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Two replicas of the service over one database and one broker. */
final class Plant implements ExtensionContext.Store.CloseableResource {

    static final int REPLICAS = 2;

    private static final String DATABASE = "workorder";

    private final Database database;
    private final Broker broker;
    private final Issuer issuer;
    private final AtomicReferenceArray<Replica> replicas = new AtomicReferenceArray<>(REPLICAS);
    private final AtomicReferenceArray<URI> addresses = new AtomicReferenceArray<>(REPLICAS);

    Plant() {
        try {
            Path state = Files.createTempDirectory("andon-replicas");
            database = Database.start(state.resolve("postgres"), 0);
            broker = Broker.start(state.resolve("kafka"), 0);
            issuer = Issuer.start(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database.createDatabase(DATABASE);
        ensureAllRun();
    }

    /** Starts those that are dead and waits until all of them answer. */
    void ensureAllRun() {
        for (int i = 0; i < REPLICAS; i++) {
            Replica present = replicas.get(i);
            if (present == null || !present.isAlive()) {
                Replica started = Replica.launch(settings());
                replicas.set(i, started);
                addresses.set(i, started.address());
            }
        }
    }

    void restart(int number) {
        replicas.get(number).kill();
        ensureAllRun();
    }

    private Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(DATABASE),
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "quarkus.oidc.auth-server-url", issuer.url());
    }

    Replica replica(int number) {
        return replicas.get(number);
    }

    /** Where that replica listens, or listened before it died. */
    URI address(int number) {
        return addresses.get(number);
    }

    Ledger ledger() {
        return new Ledger(database, DATABASE);
    }

    Broker broker() {
        return broker;
    }

    Issuer issuer() {
        return issuer;
    }

    @Override
    public void close() {
        for (int i = 0; i < REPLICAS; i++) {
            replicas.get(i).kill();
        }
        issuer.close();
        broker.close();
        database.close();
    }
}
