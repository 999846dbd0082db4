package io.andon.bench.profile;

import io.andon.bench.process.Cpu;
import io.andon.bench.process.Jcmd;
import io.andon.bench.process.ThreadTimes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Profiles a JVM during one window.
 *
 * <p>The samples alone would mislead: the recorder sees one thread in native code at a time, so that system calls are
 * nearly missing. How much goes to the kernel is therefore taken from the kernel itself, and the samples only say what the
 * rest, the time in Java, is spent on.
 */
public final class Profile {

    /** Has a JVM record from its start what {@link #sinceStart} shows. */
    public static final String FROM_START = "-XX:StartFlightRecording=name=bench,settings=profile";

    private static final int FRAMES = 20;

    private Profile() {}

    /** Runs {@code window}, and writes what the process did meanwhile to {@code table}, and to the standard output. */
    public static void of(long pid, Path table, Runnable window) {
        Jcmd.run(pid, "JFR.start", "name=bench", "settings=profile");
        ThreadTimes before = ThreadTimes.of(pid);
        window.run();
        write(pid, table, ThreadTimes.of(pid).since(before));
    }

    /** As {@link #of}, of all that a process has done so far which was started with {@link #FROM_START}. */
    public static void sinceStart(long pid, Path table) {
        write(pid, table, ThreadTimes.of(pid));
    }

    private static void write(long pid, Path table, ThreadTimes times) {
        Path recording = table.resolveSibling(table.getFileName() + ".jfr");
        Jcmd.run(pid, "JFR.dump", "name=bench", "filename=" + recording);
        Jcmd.run(pid, "JFR.stop", "name=bench");
        String text = threads(times) + samples(Samples.read(recording));
        System.out.println(text);
        try {
            Files.writeString(table, text);
            Files.delete(recording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String threads(ThreadTimes times) {
        double total = times.byKind().values().stream().mapToDouble(Cpu::total).sum();
        StringBuilder text = new StringBuilder("Processor time by thread (user + system = share of all)\n");
        times.byKind().entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue().total()))
                .filter(entry -> entry.getValue().total() > 0)
                .forEach(entry -> text.append(String.format(
                        Locale.ROOT,
                        "   %-16s %6.2f s + %6.2f s = %5.1f %%%n",
                        entry.getKey(),
                        entry.getValue().user(),
                        entry.getValue().system(),
                        100 * entry.getValue().total() / total)));
        return text.toString();
    }

    private static String samples(Samples samples) {
        return "Java code by owner (share of " + samples.count() + " samples in Java)\n"
                + shares(samples.byOwner(), samples.count(), Integer.MAX_VALUE)
                + "Java code by method\n"
                + shares(samples.byMethod(), samples.count(), FRAMES);
    }

    private static String shares(Map<String, Long> counts, long total, int most) {
        List<Map.Entry<String, Long>> largest = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(most)
                .toList();
        StringBuilder text = new StringBuilder();
        largest.forEach(entry -> text.append(
                String.format(Locale.ROOT, "   %5.1f %%  %s%n", 100.0 * entry.getValue() / total, entry.getKey())));
        return text.toString();
    }
}
