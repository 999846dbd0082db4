package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The packaged gateway as a process of its own, as it runs in production. */
final class GatewayProcess implements AutoCloseable {

    /** Guards against a start that hangs, up to the first client that is let in; nothing is measured by it. */
    static final Duration START = Duration.ofSeconds(60);

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+:\\d+)");
    private static final Pattern LISTENING_WITH_TLS = Pattern.compile("Listening on: .*?(https://\\S+:\\d+)");
    private static final Pattern MANAGEMENT = Pattern.compile("Management interface listening on (http://\\S+:\\d+)");

    private final Process process;
    private final Path log;
    private final Map<Pattern, URI> addresses = new ConcurrentHashMap<>();

    private GatewayProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param settings system properties, {@code key=value} */
    static GatewayProcess launch(String... settings) {
        return launch(List.of(), settings);
    }

    /** One that the system allows so few files and sockets. */
    static GatewayProcess launchWithDescriptors(int descriptors, String... settings) {
        String shell = "ulimit -n " + descriptors + " && exec \"$@\"";
        return launch(List.of("bash", "-c", shell, "bash"), settings);
    }

    private static GatewayProcess launch(List<String> shell, String... settings) {
        List<String> command = new ArrayList<>(shell);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx160m");
        for (String setting : settings) {
            command.add("-D" + setting);
        }
        command.addAll(List.of("-Dquarkus.http.port=0", "-Dquarkus.management.port=0", "-jar"));
        command.add(Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        try {
            Path log = Files.createTempFile("andon-gateway", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new GatewayProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address it listens on, once it does. */
    URI address() {
        return address(LISTENING);
    }

    /** Where it speaks TLS, if it was given a key. */
    URI secureAddress() {
        return address(LISTENING_WITH_TLS);
    }

    /** Found once: what is asked of a gateway again and again costs its request alone. */
    private URI address(Pattern announcement) {
        return addresses.computeIfAbsent(announcement, this::announced);
    }

    private URI announced(Pattern announcement) {
        Matcher matcher = Awaitility.await()
                .atMost(START)
                .failFast("the gateway ended", () -> !process.isAlive())
                .until(() -> announcement.matcher(log()), Matcher::find);
        return URI.create(matcher.group(1));
    }

    /** The sum of a meter's values, over all its labels that {@code labels} does not fix. */
    double meter(String name, String... labels) {
        try (InputStream meters =
                address(MANAGEMENT).resolve("/q/metrics").toURL().openStream()) {
            return new String(meters.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .filter(line -> Stream.of(labels).allMatch(line::contains))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many descriptors it has open; only Linux says. */
    long openDescriptors() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return descriptors.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it as a debugger or a frozen machine would: it does nothing, and its connections stay. */
    void pause() {
        signal("-STOP");
    }

    void goOn() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            assertThat(new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void terminate() {
        process.destroy();
    }

    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    int exitCode() {
        try {
            assertThat(process.waitFor(START.toSeconds(), TimeUnit.SECONDS))
                    .as("the gateway ends; its log: %s", log())
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether its readiness probe says so. */
    boolean isReady() {
        try {
            HttpURLConnection probe = (HttpURLConnection)
                    address(MANAGEMENT).resolve("/q/health/ready").toURL().openConnection();
            return probe.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
