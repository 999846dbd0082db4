package io.andon.local.e2e;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Stands in for psql on a machine without it: {@code <postgresql://user:password@host:port/database> -c <statements>}. */
final class SqlTool {

    private SqlTool() {}

    public static void main(String[] arguments) throws SQLException {
        URI database = URI.create(arguments[0]);
        String[] account = database.getUserInfo().split(":", 2);
        String url = "jdbc:postgresql://" + database.getHost() + ":" + database.getPort() + database.getPath();
        try (Connection connection = DriverManager.getConnection(url, account[0], account[1]);
                Statement statement = connection.createStatement()) {
            statement.execute(arguments[2]);
        }
    }
}
