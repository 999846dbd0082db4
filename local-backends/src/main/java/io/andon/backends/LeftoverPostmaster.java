package io.andon.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A PostgreSQL server that a killed JVM left behind. The pid file names it; since pids are used again, a process is
 * ended only when it is a postgres and names this data directory.
 */
final class LeftoverPostmaster {

    private static final int PATIENCE_SECONDS = 5;

    private final Path dataDirectory;

    LeftoverPostmaster(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    void end() throws IOException {
        Optional<ProcessHandle> leftover = find();
        if (leftover.isEmpty()) {
            return;
        }
        // The backends go when they notice that their parent is gone, and a new server refuses to start before.
        List<ProcessHandle> all =
                Stream.concat(leftover.stream(), leftover.get().descendants()).toList();
        leftover.get().destroy();
        if (!ended(all)) {
            leftover.get().destroyForcibly();
            if (!ended(all)) {
                throw new IOException("a PostgreSQL of an earlier run (process "
                        + leftover.get().pid() + ") uses " + dataDirectory + " and does not end");
            }
        }
    }

    private Optional<ProcessHandle> find() throws IOException {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        String command = process.info().command().orElse("");
        Path program = Path.of(command).getFileName();
        boolean isPostgres = program != null && program.toString().startsWith("postgres");
        // Windows does not tell the arguments of another process; there the pid file itself has to do.
        boolean namesDirectory = process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(dataDirectory.toString()))
                .orElse(true);
        return isPostgres && namesDirectory;
    }

    private static boolean ended(List<ProcessHandle> processes) {
        for (ProcessHandle process : processes) {
            try {
                process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                return false;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
