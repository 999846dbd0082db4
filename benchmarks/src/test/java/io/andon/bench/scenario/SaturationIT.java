package io.andon.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.andon.bench.report.Report;
import io.andon.bench.report.ReportFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks work: with the packaged gateway, the load generator and all, in a run too short to tell a speed. */
class SaturationIT {

    private static final Path GATEWAY = Path.of("..", "dashboard-gateway", "target", "quarkus-app", "quarkus-run.jar");

    @TempDir
    Path directory;

    @Test
    void everyServerDeliversEverythingOnceInOrder() throws IOException {
        // Given
        Properties properties = new Properties();
        properties.setProperty("bench.quick", "true");
        properties.setProperty("bench.window-ms", "1000");
        Settings settings = Settings.of(properties);
        Scenario scenario = new Saturation();
        Report report = new Report(scenario.name(), scenario.title(), Map.of("settings", settings.described()));

        // When
        scenario.run(new Bench(settings, module -> GATEWAY.toAbsolutePath(), directory), report);

        // Then
        new ReportFiles(directory).write(report);
        JsonNode rows = new ObjectMapper()
                .readTree(directory.resolve("saturation.json").toFile())
                .path("rows");
        assertThat(rows).hasSizeGreaterThanOrEqualTo(4);
        assertThat(StreamSupport.stream(rows.spliterator(), false).map(row -> row.path("figures")))
                .allSatisfy(figures -> {
                    assertThat(figures.path("deliveries/s").path("median").asDouble())
                            .isPositive();
                    assertThat(figures.path("lost").path("median").asDouble()).isZero();
                    assertThat(figures.path("repeated").path("median").asDouble())
                            .isZero();
                    assertThat(figures.path("broken").path("median").asDouble()).isZero();
                });
    }
}
