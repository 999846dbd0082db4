package io.andon.metrics.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.andon.backends.Database;
import io.andon.metrics.Backends;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged service, its own scheduler, a run held up in its middle, and what becomes of it when its process ends. */
class KilledReplicaIT {

    private static final Duration CEILING = Duration.ofSeconds(60);

    private static final Backends BACKENDS = new Backends();
    private static Map<String, String> settings;
    private static Database database;

    private final String tenant = "t-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        settings = new HashMap<>(BACKENDS.start());
        settings.remove("quarkus.scheduler.enabled");
        settings.put("andon.run.check-interval", "PT1S");
        BACKENDS.inject((value, fields) -> {
            if (value instanceof Database found) {
                database = found;
            }
        });
        // A run can be held up before the first service that runs it has started.
        Flyway.configure()
                .dataSource(database.jdbcUrl("metrics"), "metrics", "metrics")
                .locations("db/kit", "db/metrics")
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() {
        BACKENDS.stop();
    }

    @AfterEach
    void nothingIsDueForThoseWhoComeLater() throws SQLException {
        select("update tenant set nightly_at = now() where tenant_id = ? returning tenant_id");
    }

    @Test
    void anotherReplicaEndsTheRunOfAKilledOneAndTakesTheNightOver() throws Exception {
        try (MetricsProcess first = MetricsProcess.launch(settings)) {
            first.awaitStarted();
            try (Connection hold = holdUpRuns()) {
                tenantMissesLastNight();
                awaitRuns("running");
                try (MetricsProcess second = MetricsProcess.launch(settings)) {
                    second.awaitStarted();
                    first.kill();
                    hold.rollback();

                    awaitRuns("failed LEASE_EXPIRED, published");
                    assertThat(select("select count(distinct scheduled_for) from metrics_run where tenant_id = ?"))
                            .isEqualTo("1");
                }
            }
        }
    }

    @Test
    void aRunIsCanceledWhenItsProcessIsToldToEndAndCaughtUpAtTheNextStart() throws Exception {
        try (Connection hold = holdUpRuns()) {
            tenantMissesLastNight();
            try (MetricsProcess service = MetricsProcess.launch(settings)) {
                service.awaitStarted();
                awaitRuns("running");

                assertThat(service.terminate(CEILING)).as(service.log()).isTrue();

                // The run was still held up, so it did not end by itself.
                assertThat(runs()).isEqualTo("failed SHUT_DOWN");
            }
            hold.rollback();
        }
        try (MetricsProcess restarted = MetricsProcess.launch(settings)) {
            restarted.awaitStarted();

            awaitRuns("failed SHUT_DOWN, published");
        }
    }

    /** It has been there for long, and nobody ran the service at 02:00. */
    private void tenantMissesLastNight() throws SQLException {
        select(
                "insert into tenant (tenant_id, first_seen_at) values (?, now() - interval '2 days') returning tenant_id");
    }

    private static Connection holdUpRuns() throws SQLException {
        Connection connection = database.connectAsSuperuser("metrics");
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table abc_result in share mode");
        return connection;
    }

    private void awaitRuns(String expected) {
        await().atMost(CEILING).ignoreExceptions().untilAsserted(() -> assertThat(runs())
                .isEqualTo(expected));
    }

    /** The tenant's runs from the first on: status, and failure if it has one. */
    private String runs() throws SQLException {
        return select("select string_agg(concat_ws(' ', status, failure), ', ' order by run_no)"
                + " from metrics_run where tenant_id = ?");
    }

    private String select(String statement) throws SQLException {
        try (Connection connection = database.connectAsSuperuser("metrics");
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, tenant);
            try (ResultSet rows = prepared.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }
}
