package io.andon.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what Linux tells of processes (proc(5)). */
public final class ProcFiles {

    /** USER_HZ, which is 100 on every architecture that Linux runs on today. */
    private static final double TICKS_PER_SECOND = 100;

    /** Fields 14 and 16 of the file stat, each followed by the system's part; counted from the third. */
    private static final int UTIME = 11;

    private static final int CUTIME = 13;

    private ProcFiles() {}

    /** Processor time of all threads, user and system. */
    public static Cpu cpu(long pid) {
        return cpu(Path.of("/proc/" + pid + "/stat"));
    }

    /** Processor time of the processes that it started, as far as they have ended and it knows. */
    public static Cpu cpuOfEndedChildren(long pid) {
        return cpu(Path.of("/proc/" + pid + "/stat"), CUTIME);
    }

    static Cpu cpu(Path stat) {
        return cpu(stat, UTIME);
    }

    private static Cpu cpu(Path stat, int user) {
        String line = read(stat);
        // The second field is the name, which may hold anything, in parentheses.
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return new Cpu(
                Long.parseLong(fields[user]) / TICKS_PER_SECOND, Long.parseLong(fields[user + 1]) / TICKS_PER_SECOND);
    }

    /** The proportional set size: memory shared with other processes counts in part. */
    public static long pssBytes(long pid) {
        List<String> lines =
                read(Path.of("/proc/" + pid + "/smaps_rollup")).lines().toList();
        return lines.stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                * 1024;
    }

    public static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
