package io.andon.local;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.stream.Stream;

/** The launcher as a person runs it, in a process of its own. */
final class LauncherProcess implements AutoCloseable {

    static final Duration CEILING = Duration.ofSeconds(90);

    private final Process process;
    private final Path output;

    private LauncherProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static LauncherProcess start(Path root, StackPorts ports, Map<String, String> environment, String... more)
            throws IOException {
        return startUnder(List.of(), root, ports, environment, more);
    }

    /** Starts it by way of another program, whose arguments go before its own. */
    static LauncherProcess startUnder(
            List<String> parent, Path root, StackPorts ports, Map<String, String> environment, String... more)
            throws IOException {
        Path output = Files.createTempFile(root, "launcher", ".txt");
        List<String> command = new ArrayList<>(parent);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        Stream.of(more).filter(argument -> argument.startsWith("-D")).forEach(command::add);
        command.add(LocalStack.class.getName());
        command.addAll(List.of("--root=" + root, "--demo=false"));
        for (Setting setting : Setting.values()) {
            if (setting.name().startsWith("PORT_")) {
                command.add(setting.argument() + "=" + ports.of(setting));
            }
        }
        Stream.of(more).filter(argument -> argument.startsWith("--")).forEach(command::add);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new LauncherProcess(builder.start(), output);
    }

    LauncherProcess awaitReady() {
        await().atMost(CEILING).untilAsserted(() -> {
            assertThat(process.isAlive()).as("%s", output()).isTrue();
            assertThat(output()).contains("Andon is ready");
        });
        return this;
    }

    /** Asks it to end and waits. */
    LauncherProcess stop() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    LauncherProcess awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(CEILING.toSeconds(), TimeUnit.SECONDS))
                .as("%s", output())
                .isTrue();
        return this;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    int exitCode() {
        return process.exitValue();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
