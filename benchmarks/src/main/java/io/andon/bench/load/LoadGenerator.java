package io.andon.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The program: reads commands from its input until that ends, and answers each on its output. Arguments: the file of
 * {@link Progress} and how many loops to run.
 */
public final class LoadGenerator {

    private final List<LoadLoop> loops = new ArrayList<>();
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long markedAtNanos = System.nanoTime();
    private long cpuAtMarkNanos;

    private LoadGenerator(Path progressFile, int count) {
        Progress progress = Progress.open(progressFile, count);
        for (int i = 0; i < count; i++) {
            loops.add(new LoadLoop(i, progress));
        }
        for (LoadLoop loop : loops) {
            Thread thread = new Thread(loop, "load-" + loops.indexOf(loop));
            thread.setDaemon(true);
            // Half a load would be measured as a slow server.
            thread.setUncaughtExceptionHandler((failed, e) -> {
                e.printStackTrace();
                Runtime.getRuntime().halt(2);
            });
            thread.start();
        }
    }

    public static void main(String[] arguments) throws IOException {
        LoadGenerator generator = new LoadGenerator(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        ObjectMapper json = new ObjectMapper();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println(json.writeValueAsString(generator.obey(json.readValue(line, Command.class))));
        }
    }

    private Counts obey(Command command) {
        switch (command.kind()) {
            case CONNECT -> connect(Objects.requireNonNull(command.connect()));
            case CLOSE ->
                all(loop -> {
                    loop.closeAll();
                    return true;
                });
            case LOOK, MARK -> {}
        }
        return count(command.kind() == Command.Kind.MARK);
    }

    private void connect(Connect plan) {
        all(loop -> {
            loop.open(plan, loops.indexOf(loop), loops.size());
            return true;
        });
    }

    private Counts count(boolean mark) {
        long nowNanos = System.nanoTime();
        long cpuNanos = system.getProcessCpuTime();
        List<Tally> tallies = mark ? all(LoadLoop::mark) : all(LoadLoop::tallySoFar);
        int open = all(LoadLoop::countOpen).stream().mapToInt(Integer::intValue).sum();
        long slowest =
                all(LoadLoop::slowest).stream().mapToLong(Long::longValue).min().orElse(0);
        double cpuSeconds = (cpuNanos - cpuAtMarkNanos) / 1e9;
        Counts counts = Tally.sum(tallies, nowNanos - markedAtNanos, open, slowest, cpuSeconds);
        if (mark) {
            markedAtNanos = nowNanos;
            cpuAtMarkNanos = cpuNanos;
        }
        return counts;
    }

    private <T> List<T> all(Function<LoadLoop, T> question) {
        List<CompletableFuture<T>> answers =
                loops.stream().map(loop -> loop.ask(() -> question.apply(loop))).toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
