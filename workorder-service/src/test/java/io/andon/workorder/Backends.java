package io.andon.workorder;

import io.andon.backends.Broker;
import io.andon.backends.Database;
import io.andon.backends.Issuer;
import io.andon.backends.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** What the service runs on: the real things, on ports that the system chose. */
public final class Backends implements QuarkusTestResourceLifecycleManager {

    private ServiceBackends backends;

    @Override
    public Map<String, String> start() {
        backends = ServiceBackends.start("workorder");
        Map<String, String> config = new HashMap<>(backends.settings());
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.management.test-port", "0");
        // Nobody listens there.
        config.put("andon.metrics-service.url", "http://localhost:1");
        // The broker runs in this JVM and tells its life story.
        config.put("quarkus.log.category.\"kafka\".level", "WARN");
        config.put("quarkus.log.category.\"org.apache.kafka\".level", "ERROR");
        config.put("quarkus.log.category.\"io.zonky\".level", "WARN");
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(backends.issuer(), new TestInjector.MatchesType(Issuer.class));
        injector.injectIntoFields(backends.broker(), new TestInjector.MatchesType(Broker.class));
        injector.injectIntoFields(backends.database(), new TestInjector.MatchesType(Database.class));
    }

    @Override
    public void stop() {
        backends.close();
    }
}
