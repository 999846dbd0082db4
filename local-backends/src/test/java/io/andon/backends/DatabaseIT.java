package io.andon.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseIT {

    @TempDir
    private Path directory;

    @Test
    void givesEachServiceADatabaseOfItsOwnThatNoOtherRoleMayEnter() throws SQLException {
        try (Database database = Database.start(DatabaseSettings.fast(directory.resolve("pg"), 0))) {
            database.createDatabase("workorder");
            database.createDatabase("metrics");
            database.createDatabase("metrics");

            try (Connection metrics = connect(database, "metrics", "metrics")) {
                assertThat(answer(
                                metrics, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"))
                        .isEqualTo("f");
                assertThat(answer(metrics, "select datcollate from pg_database where datname = current_database()"))
                        .isEqualTo("C.UTF-8");
            }
            assertThatThrownBy(() -> connect(database, "metrics", "workorder"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void findsItsDataAgainAfterAStop() throws SQLException {
        DatabaseSettings settings = DatabaseSettings.durable(directory.resolve("pg"), 0);
        try (Database first = Database.start(settings)) {
            first.createDatabase("workorder");
            execute(first, "create table note (text text)");
            execute(first, "insert into note values ('kept')");
        }

        try (Database second = Database.start(settings);
                Connection connection = connect(second, "workorder", "workorder")) {
            assertThat(answer(connection, "select text from note")).isEqualTo("kept");
            assertThat(answer(connection, "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void endsTheServerThatAKilledRunLeftBehind() throws Exception {
        Path data = directory.resolve("pg");
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseRunner.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long leftover = Long.parseLong(killed.inputReader().readLine());
        killed.destroyForcibly();
        assertThat(killed.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(ProcessHandle.of(leftover)).get().matches(ProcessHandle::isAlive);

        try (Database next = Database.start(DatabaseSettings.fast(data, 0));
                Connection connection = connect(next, "workorder", "workorder")) {
            assertThat(answer(connection, "select text from note")).isEqualTo("kept");
            assertThat(ProcessHandle.of(leftover).filter(ProcessHandle::isAlive))
                    .isEmpty();
        }
    }

    @Test
    void refusesDataThatAnotherServerUses() {
        DatabaseSettings settings = DatabaseSettings.fast(directory.resolve("pg"), 0);
        try (Database running = Database.start(settings)) {
            assertThatThrownBy(() -> Database.start(settings))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseMessage(
                            "another running program uses the PostgreSQL data in " + directory.resolve("pg"));
            running.createDatabase("still_alive");
        }
    }

    static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database, "workorder", "workorder");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(Database database, String name, String role) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(name), role, role);
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
