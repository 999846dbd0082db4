package io.andon.metrics.run;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, as it runs in production. */
final class MetricsProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(180);

    private final Process process;
    private final Path log;

    private MetricsProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static MetricsProcess launch(Map<String, String> settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-Dquarkus.http.port=0", "-Dquarkus.management.port=0", "-jar"));
        command.add(Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        try {
            Path log = Files.createTempFile("andon-metrics", ".log");
            return new MetricsProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitStarted() {
        await().atMost(START)
                .failFast("the service ended; its log is " + log, () -> !process.isAlive())
                .until(() -> log().contains("Listening on: "));
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks it to end; false if it has not within {@code limit}. */
    boolean terminate(Duration limit) throws InterruptedException {
        process.destroy();
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
