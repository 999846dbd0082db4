package io.andon.kit;

import io.andon.backends.Broker;
import io.andon.backends.Database;
import io.andon.backends.Issuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the note service runs on: the real things, on ports that the system chose. */
public final class Backends implements QuarkusTestResourceLifecycleManager {

    private Database database;
    private Broker broker;
    private Issuer issuer;

    @Override
    public Map<String, String> start() {
        try {
            Path state = Files.createTempDirectory("andon-kit");
            database = Database.start(state.resolve("postgres"), 0);
            broker = Broker.start(state.resolve("kafka"), 0);
            issuer = Issuer.start(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database.createDatabase("note");
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl("note"),
                "quarkus.datasource.username", "note",
                "quarkus.datasource.password", "note",
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "quarkus.oidc.auth-server-url", issuer.url());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(issuer, new TestInjector.MatchesType(Issuer.class));
    }

    @Override
    public void stop() {
        issuer.close();
        broker.close();
        database.close();
    }
}
