package io.andon.bench.server;

import io.andon.backends.Database;
import io.andon.backends.DatabaseSettings;
import io.andon.bench.process.Cpu;
import io.andon.bench.process.ProcFiles;
import io.andon.bench.process.Wait;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL as the local stack runs it: a commit waits for the disk. Closed, it and its data are gone. */
public final class Postgres implements AutoCloseable {

    private static final String MAINTENANCE = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ScratchDirectory directory;
    private final DatabaseSettings settings;
    private final Database database;

    private Postgres(ScratchDirectory directory, DatabaseSettings settings, Database database) {
        this.directory = directory;
        this.settings = settings;
        this.database = database;
    }

    /** @param name of the one database, of its owner and of the password */
    public static Postgres start(Path parent, String name) {
        ScratchDirectory directory = ScratchDirectory.in(parent, "postgres");
        DatabaseSettings settings = DatabaseSettings.durable(directory.path().resolve("data"), 0);
        Postgres postgres = new Postgres(directory, settings, Database.start(settings));
        postgres.database.createDatabase(name);
        return postgres;
    }

    public String jdbcUrl(String name) {
        return database.jdbcUrl(name);
    }

    public int port() {
        return database.port();
    }

    /** What the server has written down so far. */
    public String log() {
        return ProcFiles.read(settings.log());
    }

    /** Whether every statement is written down from now on, each after {@link RecordedStatement#PREFIX}. */
    public void record(boolean all) {
        String statements = all ? "all" : "none";
        execute(
                MAINTENANCE,
                "alter system set log_line_prefix = '" + RecordedStatement.PREFIX + "'",
                "alter system set log_statement = '" + statements + "'",
                "select pg_reload_conf()");
        // The settings are read later than this call. When a new session has them, all others have been told.
        Wait.atMost(PATIENCE, "PostgreSQL has read its settings", () -> text(MAINTENANCE, "show log_statement")
                .equals(statements));
    }

    /** As the superuser, outside of a transaction. */
    public void execute(String name, String... statements) {
        try (Connection connection = database.connectAsSuperuser(name);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String text(String name, String query) {
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the superuser. */
    public Connection connect(String name) throws SQLException {
        return database.connectAsSuperuser(name);
    }

    /** As the owner, in one session. */
    public void executeAsOwner(String name, List<String> statements) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(name), name, name);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long number(String name, String query) {
        try (Connection connection = database.connectAsSuperuser(name);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of all of the server's processes, those that have ended included. */
    public Cpu cpu() {
        long postmaster = Long.parseLong(ProcFiles.read(settings.dataDirectory().resolve("postmaster.pid"))
                .lines()
                .findFirst()
                .orElseThrow());
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        return Stream.concat(Stream.of(server), server.descendants())
                .map(Postgres::cpu)
                .reduce(ProcFiles.cpuOfEndedChildren(postmaster), Cpu::plus);
    }

    private static Cpu cpu(ProcessHandle process) {
        try {
            return ProcFiles.cpu(process.pid());
        } catch (UncheckedIOException e) {
            // It has ended since it was listed.
            return Cpu.NONE;
        }
    }

    @Override
    public void close() {
        database.close();
        directory.close();
    }
}
