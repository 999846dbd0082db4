package io.andon.bench;

import io.andon.bench.report.Report;
import io.andon.bench.report.ReportFiles;
import io.andon.bench.scenario.Bench;
import io.andon.bench.scenario.Scenario;
import io.andon.bench.scenario.Scenarios;
import io.andon.bench.scenario.Settings;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Runs all benchmarks, or the one of {@code -Dbench=<name>}, one after the other, and writes what they measured.
 *
 * <p>Run by Maven, which says where the project and the settings are; see README.md.
 */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            System.err.println("The benchmarks read /proc and need Linux.");
            System.exit(1);
        }
        Path root = Path.of(System.getProperty("andon.root"));
        Properties properties = properties(Path.of(System.getProperty("andon.settings")));
        Settings settings = Settings.of(properties);
        Path directory = Files.createDirectories(root.resolve("benchmarks/target/bench"));
        Bench bench =
                new Bench(settings, module -> root.resolve(module + "/target/bench-app/quarkus-run.jar"), directory);
        ReportFiles files = new ReportFiles(directory);
        // Whoever interrupts a run does not want to look for a gateway, a load generator and nginx.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
        boolean done = true;
        for (Scenario scenario : chosen(properties.getProperty("bench", ""))) {
            done &= run(scenario, bench, files);
        }
        // The broker leaves threads behind that would keep the process alive.
        System.exit(done ? 0 : 1);
    }

    /** One that fails does not take the others' time along. */
    private static boolean run(Scenario scenario, Bench bench, ReportFiles files) {
        long startNanos = System.nanoTime();
        System.out.println("Running " + scenario.name() + ": " + scenario.title());
        Report report = new Report(scenario.name(), scenario.title(), Conditions.now(bench.settings()));
        try {
            scenario.run(bench, report);
            files.write(report);
            return true;
        } catch (IllegalStateException | UncheckedIOException e) {
            e.printStackTrace();
            return false;
        } finally {
            System.out.println(scenario.name() + " took " + (System.nanoTime() - startNanos) / 1_000_000_000 + " s");
        }
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Scenario> chosen(String name) {
        List<String> names = Scenarios.ALL.stream().map(Scenario::name).toList();
        if (!name.isEmpty() && !names.contains(name)) {
            System.err.println("There is no benchmark " + name + "; there are " + String.join(", ", names) + ".");
            System.exit(1);
        }
        return Scenarios.ALL.stream()
                .filter(scenario -> name.isEmpty() || scenario.name().equals(name))
                .toList();
    }
}
