package io.andon.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Remembers a child process for a later run. Its file holds the process id, when the process started and one of its
 * arguments; since ids are used again, a process is ended only when all three are true of it.
 */
final class ProcessFile {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);
    private static final int PATIENCE_SECONDS = 5;

    private final Path file;

    ProcessFile(Path file) {
        this.file = file;
    }

    void remember(ProcessHandle process, String argument) throws IOException {
        String started = process.info().startInstant().map(Instant::toString).orElse("");
        Files.write(file, List.of(Long.toString(process.pid()), started, argument));
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    void endProcess() throws IOException {
        Optional<ProcessHandle> leftover = find();
        if (leftover.isPresent()) {
            leftover.get().destroy();
            if (!hasEnded(leftover.get())) {
                leftover.get().destroyForcibly();
                if (!hasEnded(leftover.get())) {
                    throw new StackException(
                            "Process " + leftover.get().pid() + " of an earlier run does not end; end it by hand.");
                }
            }
        }
        forget();
    }

    private Optional<ProcessHandle> find() throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 3 || !lines.get(0).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0)))
                .filter(process -> startedAt(process, lines.get(1)))
                .filter(process -> hasArgument(process, lines.get(2)));
    }

    private static boolean startedAt(ProcessHandle process, String recorded) {
        Optional<Instant> started = process.info().startInstant();
        if (recorded.isEmpty() || started.isEmpty()) {
            return false;
        }
        return Duration.between(Instant.parse(recorded), started.get()).abs().compareTo(CLOCK_TOLERANCE) < 0;
    }

    private static boolean hasArgument(ProcessHandle process, String argument) {
        // Windows does not tell the arguments of another process; there id and start time have to do.
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(argument))
                .orElse(true);
    }

    private static boolean hasEnded(ProcessHandle process) {
        try {
            process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            return true;
        } catch (CompletionException timeout) {
            return false;
        }
    }
}
