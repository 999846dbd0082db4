package io.andon.backends;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How a {@link Database} runs.
 *
 * @param dataDirectory where the cluster lives; kept when the server stops
 * @param binaries where the server's programs are unpacked; may be shared by several servers
 * @param log the server's own log, appended to
 * @param port 0 for any free one
 * @param durable whether a commit waits for the disk; without it a crash of the machine may corrupt the cluster
 * @param stopsWithJvm whether the end of the JVM stops the server; false for a caller that stops it in an order of its own
 */
public record DatabaseSettings(
        Path dataDirectory, Path binaries, Path log, int port, boolean durable, boolean stopsWithJvm) {

    public DatabaseSettings {
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
        log = log.toAbsolutePath().normalize();
    }

    /** Settings for data that somebody wants to keep. */
    public static DatabaseSettings durable(Path dataDirectory, int port) {
        return new DatabaseSettings(dataDirectory, sharedBinaries(), logBeside(dataDirectory), port, true, true);
    }

    /** Settings for a test: the same server, which does not wait for the disk. */
    public static DatabaseSettings fast(Path dataDirectory, int port) {
        return new DatabaseSettings(dataDirectory, sharedBinaries(), logBeside(dataDirectory), port, false, true);
    }

    private static Path sharedBinaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "andon-postgres-" + System.getProperty("user.name"));
    }

    private static Path logBeside(Path dataDirectory) {
        Path name = Objects.requireNonNull(dataDirectory.getFileName(), "a data directory needs a name");
        return dataDirectory.resolveSibling(name + ".log");
    }
}
