package io.andon.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What it takes to run one of the services.
 *
 * @param jar the program, in the folder that Quarkus packages it into
 * @param environment its configuration, besides what this process's environment says
 */
record ServicePlan(String name, Path jar, int port, int managementPort, Map<String, String> environment) {

    ServicePlan {
        environment = Map.copyOf(environment);
    }

    URI readiness() {
        return URI.create("http://localhost:" + managementPort + "/q/health/ready");
    }
}
