package io.andon.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What it takes to run one of the services.
 *
 * @param program the jar or the executable, in the folder that Quarkus packages it into
 * @param environment its configuration, besides what this process's environment says
 */
record ServicePlan(String name, Path program, int port, int managementPort, Map<String, String> environment) {

    ServicePlan {
        environment = Map.copyOf(environment);
    }

    ServicePlan with(Map<String, String> more) {
        Map<String, String> both = new HashMap<>(environment);
        both.putAll(more);
        return new ServicePlan(name, program, port, managementPort, both);
    }

    /** Options that favour a quick start and little memory over peak speed: three of these share a laptop. */
    List<String> command(int heapMb) {
        String heap = "-Xmx" + heapMb + "m";
        return program.toString().endsWith(".jar")
                ? List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        heap,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        program.toString())
                : List.of(program.toString(), heap);
    }

    URI readiness() {
        return URI.create("http://localhost:" + managementPort + "/q/health/ready");
    }
}
