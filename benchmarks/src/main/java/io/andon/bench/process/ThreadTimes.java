package io.andon.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The processor time of a process's threads, those of one kind together: their names without numbers. */
public record ThreadTimes(Map<String, Cpu> byKind) {

    /** Linux keeps the first 15 characters of a thread's name: "C2 CompilerThre". */
    private static final String COMPILER = "CompilerThre";

    public static ThreadTimes of(long pid) {
        Map<String, Cpu> times = new TreeMap<>();
        for (Path task : tasks(Path.of("/proc/" + pid + "/task"))) {
            try {
                String kind = ProcFiles.read(task.resolve("comm")).replaceAll("[-#\\d]+$", "");
                times.merge(kind, ProcFiles.cpu(task.resolve("stat")), Cpu::plus);
            } catch (UncheckedIOException e) {
                // The thread has ended since it was listed.
            }
        }
        return new ThreadTimes(times);
    }

    private static List<Path> tasks(Path directory) {
        try (Stream<Path> tasks = Files.list(directory)) {
            return tasks.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ThreadTimes since(ThreadTimes before) {
        Map<String, Cpu> times = new TreeMap<>();
        byKind.forEach((kind, cpu) -> times.put(kind, cpu.minus(before.byKind.getOrDefault(kind, Cpu.NONE))));
        return new ThreadTimes(times);
    }

    /** What of it the JIT compilers took, 0 to 1: a JVM that compiles much is not as fast yet as it will be. */
    public double compilerShare() {
        double all = byKind.values().stream().mapToDouble(Cpu::total).sum();
        double compilers = byKind.entrySet().stream()
                .filter(kind -> kind.getKey().contains(COMPILER))
                .mapToDouble(kind -> kind.getValue().total())
                .sum();
        return all == 0 ? 0 : compilers / all;
    }
}
