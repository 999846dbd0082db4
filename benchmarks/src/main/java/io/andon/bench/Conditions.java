package io.andon.bench;

import io.andon.bench.process.Wait;
import io.andon.bench.scenario.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/** What figures depend on: the machine, the versions, the settings. */
final class Conditions {

    private static final Duration GLANCE = Duration.ofSeconds(1);

    private Conditions() {}

    static Map<String, Object> now(Settings settings) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("machine", machine());
        conditions.put("busy before", busyPercent() + " %");
        conditions.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        conditions.put(
                "versions",
                "Quarkus " + System.getProperty("andon.quarkus-version") + ", Kafka " + AppInfoParser.getVersion());
        conditions.put("settings", settings.described());
        return conditions;
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " × " + field("/proc/cpuinfo", "model name") + ", "
                + field("/proc/meminfo", "MemTotal") + ", Linux " + System.getProperty("os.version");
    }

    private static String field(String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How busy the machine is with something else: figures of a busy machine mean little. */
    private static long busyPercent() {
        long[] before = times();
        Wait.pass(GLANCE);
        long[] after = times();
        return Math.round(100.0 * (after[0] - before[0]) / Math.max(1, after[1] - before[1]));
    }

    /** Processor time that was spent, and in all (proc(5), the first line of stat: idle and iowait are fields 4 and 5). */
    private static long[] times() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            String[] fields = lines.findFirst().orElseThrow().split("\\s+");
            long total = 0;
            for (int i = 1; i <= 8; i++) {
                total += Long.parseLong(fields[i]);
            }
            return new long[] {total - Long.parseLong(fields[4]) - Long.parseLong(fields[5]), total};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
