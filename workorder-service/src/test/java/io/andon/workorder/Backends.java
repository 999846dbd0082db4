package io.andon.workorder;

import io.andon.backends.Broker;
import io.andon.backends.Database;
import io.andon.backends.Issuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the service runs on: the real things, on ports that the system chose. */
public final class Backends implements QuarkusTestResourceLifecycleManager {

    private static final String DATABASE = "workorder";

    private Database database;
    private Broker broker;
    private Issuer issuer;

    @Override
    public Map<String, String> start() {
        try {
            Path state = Files.createTempDirectory("andon-workorder");
            database = Database.start(state.resolve("postgres"), 0);
            broker = Broker.start(state.resolve("kafka"), 0);
            issuer = Issuer.start(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database.createDatabase(DATABASE);
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.management.test-port", "0");
        config.put("quarkus.datasource.jdbc.url", database.jdbcUrl(DATABASE));
        config.put("kafka.bootstrap.servers", broker.bootstrapServers());
        config.put("quarkus.oidc.auth-server-url", issuer.url());
        // The broker runs in this JVM and tells its life story.
        config.put("quarkus.log.category.\"kafka\".level", "WARN");
        config.put("quarkus.log.category.\"org.apache.kafka\".level", "ERROR");
        config.put("quarkus.log.category.\"io.zonky\".level", "WARN");
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(issuer, new TestInjector.MatchesType(Issuer.class));
        injector.injectIntoFields(broker, new TestInjector.MatchesType(Broker.class));
        injector.injectIntoFields(database, new TestInjector.MatchesType(Database.class));
    }

    @Override
    public void stop() {
        issuer.close();
        broker.close();
        database.close();
    }
}
