package io.andon.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the three services find the backends and each other, in Quarkus' own configuration keys. */
final class ServicePlans {

    static final String WORKORDER = "workorder-service";
    static final String METRICS = "metrics-service";
    static final String GATEWAY = "dashboard-gateway";

    private final StackConfig config;

    ServicePlans(StackConfig config) {
        this.config = config;
    }

    List<ServicePlan> all() {
        StackPorts ports = config.ports();
        return List.of(
                plan(WORKORDER, ports.workorder(), ports.workorderManagement(), workorder()),
                plan(METRICS, ports.metrics(), ports.metricsManagement(), database("metrics")),
                plan(GATEWAY, ports.gateway(), ports.gatewayManagement(), proxy()));
    }

    /** Complains before anything starts, not when half of the stack is up. */
    void requireBuilt() {
        for (ServicePlan plan : all()) {
            if (Files.notExists(plan.program())) {
                throw new StackException(plan.name() + " is not built: " + plan.program() + " is missing. "
                        + (config.executables()
                                ? "./mvnw package -Dnative -DskipTests builds the executables."
                                : "./mvnw -Prun builds what is missing, ./mvnw package everything."));
            }
        }
    }

    private ServicePlan plan(String name, int port, int managementPort, Map<String, String> own) {
        Map<String, String> environment = new HashMap<>(own);
        // Nothing but this machine's own users is meant to reach a development stack.
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_HOST", "localhost");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + config.ports().kafka());
        environment.put(
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                "http://localhost:" + config.ports().issuer() + "/andon");
        environment.put("QUARKUS_CONSOLE_COLOR", "false");
        return new ServicePlan(name, program(name), port, managementPort, environment);
    }

    private Path program(String name) {
        Path target = config.root().resolve(name).resolve("target");
        return config.executables() ? target.resolve(name + "-runner") : target.resolve("quarkus-app/quarkus-run.jar");
    }

    private Map<String, String> database(String name) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://localhost:" + config.ports().postgres() + "/" + name,
                "QUARKUS_DATASOURCE_USERNAME",
                name,
                "QUARKUS_DATASOURCE_PASSWORD",
                name);
    }

    private Map<String, String> workorder() {
        Map<String, String> environment = new HashMap<>(database("workorder"));
        environment.put("ANDON_METRICS_SERVICE_URL", metricsUrl());
        return environment;
    }

    private Map<String, String> proxy() {
        return Map.of(
                "ANDON_PROXY_WORKORDER_URL",
                "http://localhost:" + config.ports().workorder(),
                "ANDON_PROXY_METRICS_URL",
                metricsUrl());
    }

    private String metricsUrl() {
        return "http://localhost:" + config.ports().metrics();
    }
}
