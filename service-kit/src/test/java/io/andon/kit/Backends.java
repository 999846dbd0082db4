package io.andon.kit;

import io.andon.backends.Issuer;
import io.andon.backends.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** What the note service runs on: the real things, on ports that the system chose. */
public final class Backends implements QuarkusTestResourceLifecycleManager {

    private ServiceBackends backends;

    @Override
    public Map<String, String> start() {
        backends = ServiceBackends.start("note");
        return backends.settings();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(backends.issuer(), new TestInjector.MatchesType(Issuer.class));
    }

    @Override
    public void stop() {
        backends.close();
    }
}
