package io.andon.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder of everything that a stack keeps, held by one stack at a time. */
public final class StackState implements AutoCloseable {

    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;

    private StackState(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes the folder for this process, ends what a killed run left running, and empties it where that is wanted. */
    public static StackState open(StackConfig config) {
        Path folder = config.state();
        try {
            Files.createDirectories(folder);
            StackState state = new StackState(folder, lock(folder));
            Leftovers.end(state);
            if (config.fresh()) {
                state.empty();
            }
            state.setOldLogsAside();
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException("The state in " + folder + " cannot be used", e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            // The lock lives as long as the channel.
            @SuppressWarnings("resource")
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very JVM: as much in use as by another one.
        }
        channel.close();
        throw new StackException("Andon runs already with the state in " + folder
                + ". Stop it first, or give this one a folder of its own with -Dandon.state=<folder>.");
    }

    /** Where a part keeps its data. */
    public Path data(String part) {
        return within("data", part);
    }

    /** Where a part writes what it has to say. */
    public Path log(String part) {
        return within("logs", part + ".log");
    }

    Path processFile(String service) {
        return within("run", service + ".pid");
    }

    Path processFiles() {
        return folder.resolve("run");
    }

    public Path folder() {
        return folder;
    }

    private Path within(String kind, String name) {
        Path parent = folder.resolve(kind);
        try {
            Files.createDirectories(parent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parent.resolve(name);
    }

    private void empty() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path entry : tree.sorted(Comparator.reverseOrder()).toList()) {
                if (!entry.equals(folder) && !entry.equals(folder.resolve(LOCK))) {
                    Files.delete(entry);
                }
            }
        }
    }

    /** So that a log tells of one run, and the run before can still be looked at. */
    private void setOldLogsAside() throws IOException {
        Path logs = folder.resolve("logs");
        if (Files.notExists(logs)) {
            return;
        }
        try (Stream<Path> files = Files.list(logs)) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                Files.move(log, Path.of(log + ".old"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
