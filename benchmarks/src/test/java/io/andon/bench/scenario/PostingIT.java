package io.andon.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.andon.bench.posting.Pgbench;
import io.andon.bench.report.Report;
import io.andon.bench.report.ReportFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service executes can be recorded, and pgbench, where it is installed, carries it out: too short for a speed. */
class PostingIT {

    private static final Path SERVICE = Path.of("..", "workorder-service", "target", "quarkus-app", "quarkus-run.jar");

    @TempDir
    Path directory;

    @Test
    void serviceAndPgbenchCarryOutTheSameStatements() throws IOException {
        // Given
        Properties properties = new Properties();
        properties.setProperty("bench.quick", "true");
        Settings settings = Settings.of(properties);
        Scenario scenario = new Posting();
        Report report = new Report(scenario.name(), scenario.title(), Map.of("settings", settings.described()));

        // When
        scenario.run(new Bench(settings, module -> SERVICE.toAbsolutePath(), directory), report);

        // Then
        new ReportFiles(directory).write(report);
        JsonNode rows = new ObjectMapper()
                .readTree(directory.resolve("posting.json").toFile())
                .path("rows");
        assertThat(rows).hasSize(Pgbench.isInstalled() ? 2 : 1).allSatisfy(row -> assertThat(
                        row.path("figures").path("postings/s").path("median").asDouble())
                .isPositive());
    }
}
