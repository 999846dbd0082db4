package io.andon.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** What one service runs on: a database, a broker and an issuer, empty at first, on ports that the system chose. */
public final class ServiceBackends implements AutoCloseable {

    private final String name;
    private final Database database;
    private final Broker broker;
    private final Issuer issuer;

    private ServiceBackends(String name, Database database, Broker broker, Issuer issuer) {
        this.name = name;
        this.database = database;
        this.broker = broker;
        this.issuer = issuer;
    }

    /**
     * Starts all three.
     *
     * @param name of the service's database, of its owner and of the password
     * @param database how the server runs, given a new directory and port 0
     */
    public static ServiceBackends start(String name, Function<Path, DatabaseSettings> database) {
        try {
            Path state = Files.createTempDirectory("andon-" + name);
            ServiceBackends backends = new ServiceBackends(
                    name,
                    Database.start(database.apply(state.resolve("postgres"))),
                    Broker.start(state.resolve("kafka"), 0),
                    Issuer.start(0));
            backends.database.createDatabase(name);
            return backends;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts all three; a commit waits for the disk. */
    public static ServiceBackends start(String name) {
        return start(name, directory -> DatabaseSettings.durable(directory, 0));
    }

    public Database database() {
        return database;
    }

    public Broker broker() {
        return broker;
    }

    public Issuer issuer() {
        return issuer;
    }

    /** How the service finds them. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(name),
                "quarkus.datasource.username", name,
                "quarkus.datasource.password", name,
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "quarkus.oidc.auth-server-url", issuer.url());
    }

    @Override
    public void close() {
        issuer.close();
        broker.close();
        database.close();
    }
}
