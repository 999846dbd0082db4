package io.andon.workorder.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The packaged service as a process of its own, as it runs in production. */
final class Replica {

    /** Ends a hang; how long a start takes depends on what else the machine does. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+?)\\. ");

    private final Process process;
    private final Path log;

    private Replica(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Replica launch(Map<String, String> settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx200m");
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-Dquarkus.http.port=0", "-Dquarkus.management.port=0", "-jar"));
        command.add(Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        try {
            Path log = Files.createTempFile("andon-workorder", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Replica(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address it listens on, once it does. */
    URI address() {
        Matcher matcher = Awaitility.await()
                .atMost(PATIENCE)
                .failFast("the service ended, see " + log, () -> !process.isAlive())
                .until(() -> LISTENING.matcher(log()), Matcher::find);
        return URI.create(matcher.group(1));
    }

    long pid() {
        return process.pid();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
        await(process);
    }

    /** Stops every thread of the process where it is; its connections stay open. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            assertThat(await(kill)).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int await(Process ending) {
        try {
            assertThat(ending.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return ending.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
