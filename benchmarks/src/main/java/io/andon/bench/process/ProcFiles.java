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

    private ProcFiles() {}

    /** Processor time of all threads, user and system. */
    public static Cpu cpu(long pid) {
        return cpu(Path.of("/proc/" + pid + "/stat"));
    }

    static Cpu cpu(Path stat) {
        String line = read(stat);
        // The second field is the name, which may hold anything, in parentheses; utime and stime are fields 14 and 15.
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return new Cpu(Long.parseLong(fields[11]) / TICKS_PER_SECOND, Long.parseLong(fields[12]) / TICKS_PER_SECOND);
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

    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
