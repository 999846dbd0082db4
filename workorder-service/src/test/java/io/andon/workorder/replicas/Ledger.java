package io.andon.workorder.replicas;

import io.andon.backends.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the database holds, behind the service's back. */
final class Ledger {

    private final Database database;
    private final String name;

    Ledger(Database database, String name) {
        this.database = database;
        this.name = name;
    }

    /** The rows of a query, each as its columns' texts joined by a blank. */
    List<String> rows(String sql, Object... parameters) {
        try (Connection connection = database.connectAsSuperuser(name);
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            return read(query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> read(PreparedStatement query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }

    /** Whether that process holds the right to relay. */
    boolean isRelaying(Replica replica) {
        return rows("select holder from outbox_relay").get(0).startsWith(replica.pid() + "@");
    }

    boolean isOutboxEmpty() {
        return rows("select from outbox limit 1").isEmpty();
    }
}
