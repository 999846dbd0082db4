package io.andon.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.andon.bench.process.Wait;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A running load generator. One thread at a time gives it commands; anybody may look at its progress. */
public final class Load implements AutoCloseable {

    private static final Duration TO_OPEN = Duration.ofSeconds(120);

    private final ObjectMapper json = new ObjectMapper();
    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;
    private final Path progressFile;
    private final Progress progress;

    private Load(Process process, Path progressFile, Progress progress) {
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.progressFile = progressFile;
        this.progress = progress;
    }

    /** @param directory for what it leaves behind: the log of what went wrong */
    public static Load start(Path directory, int loops) {
        try {
            Path progressFile = Files.createTempFile(directory, "progress", ".page");
            Progress progress = Progress.open(progressFile, loops);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xms256m",
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            LoadGenerator.class.getName(),
                            progressFile.toString(),
                            Integer.toString(loops))
                    .redirectError(directory.resolve("load.log").toFile())
                    .start();
            return new Load(process, progressFile, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens streams and waits until all are open. */
    public void open(Connect plan) {
        mark();
        tell(new Command(Command.Kind.CONNECT, plan));
        Wait.atMost(TO_OPEN, "all " + plan.count() + " streams are open", () -> {
            Counts counts = look();
            if (counts.failed() + counts.broken() > 0) {
                throw new IllegalStateException("a stream could not be opened: "
                        + (counts.failed() > 0 ? counts.failure() : "the connection was closed"));
            }
            return counts.open() == plan.count();
        });
    }

    /** The counts since the last mark. */
    public Counts look() {
        return tell(new Command(Command.Kind.LOOK, null));
    }

    /** The counts since the last mark; what comes from now on is counted anew. */
    public Counts mark() {
        return tell(new Command(Command.Kind.MARK, null));
    }

    public void closeStreams() {
        tell(new Command(Command.Kind.CLOSE, null));
    }

    public Progress progress() {
        return progress;
    }

    private Counts tell(Command command) {
        try {
            commands.write(json.writeValueAsString(command));
            commands.newLine();
            commands.flush();
            @Nullable String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the load generator has ended; see its log, load.log");
            }
            return json.readValue(answer, Counts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.deleteIfExists(progressFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
