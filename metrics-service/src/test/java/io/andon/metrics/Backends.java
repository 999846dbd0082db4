package io.andon.metrics;

import io.andon.backends.Broker;
import io.andon.backends.Database;
import io.andon.backends.DatabaseSettings;
import io.andon.backends.Issuer;
import io.andon.events.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** What the service runs on: the real things, on ports that the system chose. */
public final class Backends implements QuarkusTestResourceLifecycleManager {

    private static final int PARTITIONS = 3;

    /** So that the tests can produce records that are too large for a dead letter. */
    private static final String MAX_RECORD_BYTES = "6000000";

    private Database database;
    private Broker broker;
    private Issuer issuer;

    @Override
    public Map<String, String> start() {
        try {
            Path state = Files.createTempDirectory("andon-metrics");
            database = Database.start(DatabaseSettings.fast(state.resolve("postgres"), 0));
            broker = Broker.start(state.resolve("kafka"), 0);
            issuer = Issuer.start(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database.createDatabase("metrics");
        createTopicsOfWorkorderService();
        return Map.ofEntries(
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.management.test-port", "0"),
                Map.entry("quarkus.datasource.jdbc.url", database.jdbcUrl("metrics")),
                Map.entry("kafka.bootstrap.servers", broker.bootstrapServers()),
                Map.entry("quarkus.oidc.auth-server-url", issuer.url()),
                // A test says itself when it is 02:00.
                Map.entry("quarkus.scheduler.enabled", "false"),
                Map.entry("andon.topics.partitions", Integer.toString(PARTITIONS)),
                Map.entry("andon.intake.retry-pause", "PT0.1S"),
                Map.entry("andon.run.lease", "PT3S"),
                // The broker of the tests runs in this JVM and tells its life story.
                Map.entry("quarkus.log.category.\"kafka\".level", "WARN"),
                Map.entry("quarkus.log.category.\"org.apache.kafka\".level", "ERROR"),
                Map.entry("quarkus.log.category.\"io.zonky\".level", "WARN"));
    }

    private void createTopicsOfWorkorderService() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.INVENTORY_MOVEMENTS, PARTITIONS, (short) 1)
                                    .configs(Map.of("max.message.bytes", MAX_RECORD_BYTES)),
                            new NewTopic(Topics.INVENTORY_MASTERDATA, PARTITIONS, (short) 1)
                                    .configs(Map.of(
                                            "max.message.bytes", MAX_RECORD_BYTES, "cleanup.policy", "compact"))))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(issuer, new TestInjector.MatchesType(Issuer.class));
        injector.injectIntoFields(database, new TestInjector.MatchesType(Database.class));
        injector.injectIntoFields(broker, new TestInjector.MatchesType(Broker.class));
    }

    @Override
    public void stop() {
        issuer.close();
        broker.close();
        database.close();
    }
}
