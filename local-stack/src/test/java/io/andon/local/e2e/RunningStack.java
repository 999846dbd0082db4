package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.fail;

import io.andon.local.Backends;
import io.andon.local.FreePorts;
import io.andon.local.Progress;
import io.andon.local.Services;
import io.andon.local.StackConfig;
import io.andon.local.StackLog;
import io.andon.local.StackPorts;
import io.andon.local.StackState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A whole stack on free ports and an empty state: the backends in this JVM, the services as processes. */
public final class RunningStack implements AutoCloseable {

    static final String WORKORDER = "workorder-service";
    static final String METRICS = "metrics-service";
    static final String GATEWAY = "dashboard-gateway";

    private static final int HEAP_MB = 160;
    private static final Duration TOKEN_VALIDITY = Duration.ofHours(1);

    private final StackConfig config;
    private final StackState state;
    private final Backends backends;
    private final Services services;

    private RunningStack(StackConfig config) {
        Progress progress = Progress.on(System.out);
        this.config = config;
        this.state = StackState.open(config);
        StackLog.to(state.log("backends"));
        this.backends = new Backends(config, state, progress);
        this.services = new Services(config, state, progress, service -> System.out.println(service + " ended"));
    }

    static RunningStack start() throws IOException {
        Path root = StackConfig.findRoot(Path.of(""));
        Path state = Files.createDirectories(root.resolve("local-stack/target/e2e"));
        RunningStack stack = new RunningStack(new StackConfig(
                root,
                Files.createTempDirectory(state, "state"),
                FreePorts.forAStack(),
                false,
                HEAP_MB,
                Boolean.getBoolean("andon.native"),
                TOKEN_VALIDITY,
                Duration.ofMinutes(3),
                Optional.empty()));
        try {
            stack.backends.start();
            stack.services.start();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    StackPorts ports() {
        return config.ports();
    }

    /** The one origin that browsers and scripts use. */
    URI gateway() {
        return URI.create("http://localhost:" + ports().gateway());
    }

    /** The service itself, for a test in which the gateway is away. */
    URI workorderService() {
        return URI.create("http://localhost:" + ports().workorder());
    }

    URI issuer() {
        return URI.create(backends.issuer().url());
    }

    String bootstrapServers() {
        return "localhost:" + ports().kafka();
    }

    String token(String tenant, String role) {
        return token(tenant, role, TOKEN_VALIDITY);
    }

    String token(String tenant, String role, Duration validity) {
        return backends.issuer().token(tenant, List.of(role), validity);
    }

    String expiredToken(String tenant, String role) {
        return token(tenant, role, Duration.ofMinutes(-5));
    }

    /** A tenant that no other test has anything to do with. */
    Tenant newTenant() {
        return tenant("t-" + UUID.randomUUID().toString().substring(0, 18));
    }

    Tenant tenant(String id) {
        return new Tenant(id, this);
    }

    void kill(String service) {
        services.kill(service);
    }

    void stop(String service) {
        services.stop(service);
    }

    void restart(String service) {
        services.restart(service);
    }

    void restart(String service, Map<String, String> environment) {
        services.restart(service, environment);
    }

    void stopBroker() {
        backends.stopBroker();
    }

    void startBroker() {
        backends.startBroker();
    }

    /** Fails the test with the service's log at hand. */
    void requireAlive(String service) {
        if (!services.process(service).isAlive()) {
            fail(service + " died; its log is " + state.log(service));
        }
    }

    @Override
    public void close() {
        services.close();
        backends.close();
        state.close();
    }
}
