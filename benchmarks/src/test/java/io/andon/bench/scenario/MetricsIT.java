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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger can be made up, taken in and computed, also by the run's own statements: too small a one to tell a speed. */
class MetricsIT {

    private static final Path SERVICE = Path.of("..", "metrics-service", "target", "quarkus-app", "quarkus-run.jar");

    @TempDir
    Path directory;

    @Test
    void runsAndTheirStatementsAndTheLedgerAloneGiveFigures() throws IOException {
        JsonNode rows = measure(new MetricsRuns());

        assertThat(rows).hasSize(5).allSatisfy(row -> assertThat(median(row, "s"))
                .isPositive());
    }

    @Test
    void linesAreTakenIn() throws IOException {
        JsonNode rows = measure(new MetricsIntake());

        assertThat(rows).hasSize(1).allSatisfy(row -> assertThat(median(row, "lines in all"))
                .isEqualTo(4_998));
    }

    private JsonNode measure(Scenario scenario) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("bench.quick", "true");
        properties.setProperty("bench.warm-up", "0");
        properties.setProperty("bench.ledger-lines", "40000");
        Settings settings = Settings.of(properties);
        Report report = new Report(scenario.name(), scenario.title(), Map.of("settings", settings.described()));
        scenario.run(new Bench(settings, module -> SERVICE.toAbsolutePath(), directory), report);
        new ReportFiles(directory).write(report);
        return new ObjectMapper()
                .readTree(directory.resolve(scenario.name() + ".json").toFile())
                .path("rows");
    }

    private static double median(JsonNode row, String figure) {
        return row.path("figures").path(figure).path("median").asDouble();
    }
}
