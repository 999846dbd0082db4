package io.andon.backends;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** PostgreSQL's data directory, and what a run that was killed may have left in it. */
final class DataDirectory {

    private static final String COMPLETE = "andon-complete";
    private static final String SERVER_LOCK = "epg-lock";

    private final Path path;

    DataDirectory(Path path) {
        this.path = path;
    }

    /** Ends a leftover server and removes a cluster whose creation never finished; a good cluster stays as it is. */
    void prepare() throws IOException {
        Files.createDirectories(path);
        refuseWhenInUse();
        new LeftoverPostmaster(path).end();
        if (Files.exists(path.resolve("PG_VERSION")) && Files.notExists(path.resolve(COMPLETE))) {
            empty();
        }
    }

    /** Records that initdb ran to its end: only then is the directory worth keeping. */
    void markComplete() throws IOException {
        if (Files.notExists(path.resolve(COMPLETE))) {
            Files.createFile(path.resolve(COMPLETE));
        }
    }

    private void refuseWhenInUse() throws IOException {
        Path lockFile = path.resolve(SERVER_LOCK);
        if (Files.notExists(lockFile)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very JVM: as much in use as by another one.
        }
        throw new IOException("another running program uses the PostgreSQL data in " + path);
    }

    private void empty() throws IOException {
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path entry : tree.sorted(Comparator.reverseOrder()).toList()) {
                if (!entry.equals(path)) {
                    Files.delete(entry);
                }
            }
        }
    }
}
