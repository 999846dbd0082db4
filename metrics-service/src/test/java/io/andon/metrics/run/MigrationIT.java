package io.andon.metrics.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Database;
import io.andon.backends.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database with runs of the time when there was only ABC. */
class MigrationIT {

    private static final String RUN = "0190a000-0000-7000-8000-000000000007";

    @Test
    void keepsWhatOldRunsWereComputedWith(@TempDir Path folder) throws SQLException {
        try (Database database = Database.start(DatabaseSettings.fast(folder.resolve("postgres"), 0))) {
            database.createDatabase("metrics");
            flyway(database).target("4").load().migrate();
            try (Connection connection = database.connectAsSuperuser("metrics")) {
                connection
                        .createStatement()
                        .execute(
                                """
                                insert into tenant_settings
                                values ('t', 'Asia/Tokyo', 'JPY', 70, 90, 10, 20, '{1,2,3}', gen_random_uuid(), now(), 0, 0);
                                insert into metrics_run
                                    (tenant_id, run_id, status, trigger, as_of, parameters, started_at, lease_until,
                                     finished_at)
                                values ('t', '%1$s', 'published', 'manual', now(), '{"abcWindowDays": 30}', now(), now(),
                                     now());
                                insert into metrics_run_metric values ('t', '%1$s', 0, 'abc_classification', 7, 9);
                                insert into abc_run values ('t', '%1$s', 30, now(), now(), 80, 95, 'EUR', 'abc-1');
                                """
                                        .formatted(RUN));

                flyway(database).load().migrate();

                assertThat(
                                row(
                                        connection,
                                        "zone, currency, abc_a_percent, abc_b_percent, aging_buckets, parameters, formula_version"))
                        .isEqualTo("Asia/Tokyo|EUR|80|95|{30,60,90}|{\"abcWindowDays\": 30, \"turnsWindowDays\": 90,"
                                + " \"deadThresholdDays\": 180, \"slowThresholdDays\": 90}|abc-1");
            }
        }
    }

    private static FluentConfiguration flyway(Database database) {
        return Flyway.configure()
                .dataSource(database.jdbcUrl("metrics"), "metrics", "metrics")
                .locations("db/kit", "db/metrics");
    }

    private static String row(Connection connection, String columns) throws SQLException {
        try (ResultSet rows = connection
                .createStatement()
                .executeQuery("select concat_ws('|', " + columns
                        + ") from metrics_run join metrics_run_metric using (tenant_id, run_id)")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
