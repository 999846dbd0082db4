package io.andon.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The processor time of the threads that a process has, those of one kind together: their names without numbers.
 *
 * @param threads by their number in the system
 */
public record ThreadTimes(Map<String, OfThread> threads) {

    /** Linux keeps the first 15 characters of a thread's name: "C2 CompilerThre". */
    private static final String COMPILER = "CompilerThre";

    /** One thread's. */
    public record OfThread(String kind, Cpu cpu) {}

    public static ThreadTimes of(long pid) {
        Map<String, OfThread> threads = new TreeMap<>();
        for (Path task : tasks(Path.of("/proc/" + pid + "/task"))) {
            try {
                String kind = ProcFiles.read(task.resolve("comm")).replaceAll("[-#\\d]+$", "");
                threads.put(task.getFileName().toString(), new OfThread(kind, ProcFiles.cpu(task.resolve("stat"))));
            } catch (UncheckedIOException e) {
                // The thread has ended since it was listed.
            }
        }
        return new ThreadTimes(threads);
    }

    private static List<Path> tasks(Path directory) {
        try (Stream<Path> tasks = Files.list(directory)) {
            return tasks.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the threads that are there now have taken since then; a JVM ends compiler threads that have little to do. */
    public ThreadTimes since(ThreadTimes before) {
        Map<String, OfThread> since = new TreeMap<>();
        threads.forEach((id, now) -> {
            OfThread then = before.threads.get(id);
            since.put(id, then == null ? now : new OfThread(now.kind, now.cpu.minus(then.cpu)));
        });
        return new ThreadTimes(since);
    }

    public Map<String, Cpu> byKind() {
        Map<String, Cpu> times = new TreeMap<>();
        threads.values().forEach(thread -> times.merge(thread.kind, thread.cpu, Cpu::plus));
        return times;
    }

    /** What of it the JIT compilers took, 0 to 1: a JVM that compiles much is not as fast yet as it will be. */
    public double compilerShare() {
        double all = total(threads.values().stream());
        double compilers = total(threads.values().stream().filter(thread -> thread.kind.contains(COMPILER)));
        return all == 0 ? 0 : compilers / all;
    }

    private static double total(Stream<OfThread> threads) {
        return threads.mapToDouble(thread -> thread.cpu.total()).sum();
    }
}
