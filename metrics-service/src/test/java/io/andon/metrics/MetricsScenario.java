package io.andon.metrics;

import io.andon.backends.Broker;
import io.andon.backends.Database;
import io.andon.backends.Issuer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every test with the real parts starts from: a tenant that nobody has used before. */
public abstract class MetricsScenario {

    protected Issuer issuer;
    protected Broker broker;
    protected Database database;

    protected TopicClient topics;
    protected TestTenant tenant;

    @BeforeEach
    void newTenant() {
        topics = new TopicClient(broker.bootstrapServers());
        tenant = anotherTenant();
    }

    @AfterEach
    void close() {
        topics.close();
    }

    protected final TestTenant anotherTenant() {
        return new TestTenant(issuer, topics);
    }

    /** Changes the service's tables behind its back. */
    protected final int sql(String statement, Object... values) throws SQLException {
        try (Connection connection = database.connectAsSuperuser("metrics");
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        }
    }

    /** The first column of the first row. */
    protected final String select(String query, Object... values) throws SQLException {
        try (Connection connection = database.connectAsSuperuser("metrics");
                PreparedStatement prepared = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = prepared.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** Holds up every run at the point where it stores its figures, until the connection is closed. */
    protected final Connection holdUpRuns() throws SQLException {
        Connection connection = database.connectAsSuperuser("metrics");
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table abc_result in share mode");
        return connection;
    }
}
