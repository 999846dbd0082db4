package io.andon.backends;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A PostgreSQL server of our own, from embedded binaries. It listens on the loopback interface, where it trusts every
 * local user: for development and tests, never for production.
 *
 * <p>{@code pg_ctl} starts the server as a daemon, so it outlives a JVM that is killed. The next start on the same data
 * directory ends such a leftover before it starts its own.
 */
public final class Database implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration STARTUP_LIMIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts a server that keeps what is committed; {@code port} 0 means any free one. */
    public static Database start(Path dataDirectory, int port) {
        return start(DatabaseSettings.durable(dataDirectory, port));
    }

    /** Starts a server; returns when it answers queries. */
    public static Database start(DatabaseSettings settings) {
        try {
            DataDirectory directory = new DataDirectory(settings.dataDirectory());
            directory.prepare();
            Files.createDirectories(settings.binaries());
            Database database = new Database(launch(settings));
            directory.markComplete();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start; its log is " + settings.log(), e);
        }
    }

    /** Ends a server that a killed program left running on this data directory; does nothing where there is none. */
    public static void endLeftover(Path dataDirectory) throws IOException {
        new LeftoverPostmaster(dataDirectory.toAbsolutePath().normalize()).end();
    }

    private static EmbeddedPostgres launch(DatabaseSettings settings) throws IOException {
        String wait = settings.durable() ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setPort(settings.port())
                .setDataDirectory(settings.dataDirectory())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(settings.binaries().toFile())
                .setRegisterShutdownHook(settings.stopsWithJvm())
                .setPGStartupWait(STARTUP_LIMIT)
                .setLocaleConfig("locale", "C.UTF-8")
                .setOutputRedirector(Redirect.appendTo(settings.log().toFile()))
                // The library passes -F, fsync off, first; what is set here comes later and wins.
                .setServerConfig("fsync", wait)
                .setServerConfig("synchronous_commit", wait)
                .setServerConfig("full_page_writes", wait)
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("timezone", "UTC")
                .start();
    }

    /**
     * Creates the database {@code name} where it is missing, and a login role of the same name, with the same password,
     * that owns it and is no superuser.
     */
    public void createDatabase(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        try (Connection connection = connectAsSuperuser("postgres");
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
                statement.execute("create role " + name + " login nosuperuser nobypassrls password '" + name + "'");
            }
            if (isMissing(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name + " owner " + name);
            }
            statement.execute("revoke connect on database " + name + " from public");
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " could not be created", e);
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    /** A connection that every row is visible to; for tests that look behind a service's back. */
    public Connection connectAsSuperuser(String database) throws SQLException {
        return server.getDatabase("postgres", database).getConnection();
    }

    /** Where clients find the database; user name and password are its name. */
    public String jdbcUrl(String name) {
        return "jdbc:postgresql://localhost:" + port() + "/" + name;
    }

    public int port() {
        return server.getPort();
    }

    /** Stops the server (open connections are cut) and leaves its data. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
