package io.andon.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with services that only pretend: what it starts, stops, names and cleans up. */
class LocalStackIT {

    @TempDir
    private Path root;

    private final StackPorts ports = FreePorts.forAStack();

    @BeforeEach
    void installFakeServices() throws IOException {
        FakeService.installInto(root);
    }

    @AfterEach
    void leaveNothingRunning() {
        await().atMost(LauncherProcess.CEILING)
                .untilAsserted(() -> assertThat(processesOfThisTest()).isEmpty());
    }

    @Test
    void stopsTheServicesBeforeTheBrokerTheyNeed() throws Exception {
        try (LauncherProcess stack = LauncherProcess.start(root, ports, Map.of())) {
            stack.awaitReady().stop();

            assertThat(stack.output())
                    .contains("PostgreSQL", "Kafka", "Issuer", "workorder-service", "metrics-service")
                    .contains("http://localhost:" + ports.gateway() + "/", "planner@alder-street")
                    .endsWith("Stopped." + System.lineSeparator());
        }
        assertThat(log("workorder-service")).contains("Kafka is up");
        assertThat(log("dashboard-gateway")).contains("Kafka is up");
    }

    @Test
    void namesEveryTakenPortAndWhoWantsItBeforeItStartsAnything() throws Exception {
        try (ServerSocket gateway = new ServerSocket(ports.gateway(), 1, InetAddress.getLoopbackAddress());
                ServerSocket kafka = new ServerSocket(ports.kafka(), 1, InetAddress.getLoopbackAddress());
                LauncherProcess stack = LauncherProcess.start(root, ports, Map.of())) {
            stack.awaitEnd();

            assertThat(stack.exitCode()).isEqualTo(1);
            assertThat(stack.output())
                    .contains("Port " + gateway.getLocalPort() + " is taken", "-Dandon.port.gateway=")
                    .contains("Port " + kafka.getLocalPort() + " is taken", "-Dandon.port.kafka=")
                    .doesNotContain("ready on port");
        }
    }

    @Test
    void namesAServiceThatDiesWithItsLastWordsAndStopsTheRest() throws Exception {
        Path note = root.resolve("failure.txt");
        try (LauncherProcess stack = LauncherProcess.start(
                root, ports, Map.of("FAKE_BREAKS", "metrics-service"), "-Dandon.failure-note=" + note)) {
            stack.awaitEnd();

            assertThat(stack.exitCode()).isEqualTo(1);
            assertThat(stack.output())
                    .contains("metrics-service ended with exit code 3")
                    .contains(root.resolve(".andon/logs/metrics-service.log").toString())
                    .contains("No space left on the moon");
            assertThat(note).content().contains("metrics-service ended with exit code 3");
        }
    }

    @Test
    void namesAServiceThatDiesLater() throws Exception {
        try (LauncherProcess stack = LauncherProcess.start(root, ports, Map.of())) {
            stack.awaitReady();
            processesOfThisTest().stream()
                    .filter(process -> runs(process, "dashboard-gateway"))
                    .forEach(ProcessHandle::destroyForcibly);
            stack.awaitEnd();

            assertThat(stack.exitCode()).isEqualTo(1);
            assertThat(stack.output()).contains("dashboard-gateway ended with exit code");
        }
    }

    @Test
    void endsWhatAKilledStackLeftRunning() throws Exception {
        try (LauncherProcess killed = LauncherProcess.start(root, ports, Map.of())) {
            killed.awaitReady().kill();
        }
        assertThat(processesOfThisTest()).as("three services and a PostgreSQL").hasSizeGreaterThanOrEqualTo(4);

        try (LauncherProcess next = LauncherProcess.start(root, ports, Map.of())) {
            next.awaitReady().stop();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell to be the parent")
    void endsWithTheProcessThatStartedItWhenAskedTo() throws Exception {
        List<String> sleepingShell = List.of("/bin/sh", "-c", "\"$@\" & wait", "sh");
        try (LauncherProcess shell =
                LauncherProcess.startUnder(sleepingShell, root, ports, Map.of(), "-Dandon.stop-with-parent=true")) {
            shell.awaitReady().kill();
        }
    }

    @Test
    void refusesToShareItsStateWithASecondStack() throws Exception {
        try (LauncherProcess first = LauncherProcess.start(root, ports, Map.of())) {
            first.awaitReady();
            try (LauncherProcess second = LauncherProcess.start(root, FreePorts.forAStack(), Map.of())) {
                second.awaitEnd();

                assertThat(second.output()).contains("Andon runs already");
            }
            first.stop();
        }
    }

    @Test
    void keepsItsStateUntilItIsToldToStartFresh() throws Exception {
        Path kept = root.resolve(".andon/data/kept");
        Path key = root.resolve(".andon/data/issuer-key.json");
        try (LauncherProcess first = LauncherProcess.start(root, ports, Map.of())) {
            first.awaitReady().stop();
        }
        Files.createFile(kept);
        String signingKey = Files.readString(key);

        try (LauncherProcess second = LauncherProcess.start(root, ports, Map.of())) {
            second.awaitReady().stop();
        }
        assertThat(kept).exists();
        assertThat(key).hasContent(signingKey);

        try (LauncherProcess fresh = LauncherProcess.start(root, ports, Map.of(), "--fresh")) {
            fresh.awaitReady().stop();
        }
        assertThat(kept).doesNotExist();
        assertThat(Files.readString(key)).isNotEqualTo(signingKey);
    }

    private String log(String service) throws IOException {
        return Files.readString(root.resolve(".andon/logs").resolve(service + ".log"));
    }

    /** The services and the database server that run out of this test's folder. */
    private List<ProcessHandle> processesOfThisTest() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> runs(process, root.toString()))
                    .filter(process -> !runs(process, LocalStack.class.getName()))
                    .toList();
        }
    }

    private static boolean runs(ProcessHandle process, String argument) {
        return process.info()
                .arguments()
                .map(arguments -> String.join(" ", arguments).contains(argument))
                .orElse(false);
    }
}
