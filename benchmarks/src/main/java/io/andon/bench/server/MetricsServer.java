package io.andon.bench.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.andon.bench.process.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The packaged metrics-service. */
public final class MetricsServer implements AutoCloseable {

    /** The name of its database. */
    public static final String DATABASE = "metrics";

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final PackagedService service;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    private MetricsServer(PackagedService service) {
        this.service = service;
    }

    /**
     * @param jar of the packaged service
     * @param arguments of the JVM
     */
    public static MetricsServer start(Kafka kafka, Postgres postgres, Path jar, Path log, List<String> arguments) {
        return new MetricsServer(PackagedService.start(kafka, postgres, DATABASE, jar, log, arguments));
    }

    public long pid() {
        return service.pid();
    }

    /** A run that was published: how long it took in all, and each metric of it. */
    public record Run(UUID id, double seconds, Map<String, Double> metricSeconds) {}

    /** Runs the job with its defaults and waits until it is published. */
    public Run run(String tenant, Instant asOf) {
        String body = "{\"asOf\":\"" + asOf + "\"}";
        UUID id = UUID.fromString(ask(request(tenant, "planner", "/metrics/job/trigger")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .path("runId")
                .asText());
        HttpRequest.Builder look = request(tenant, "viewer", "/metrics/runs/" + id);
        Wait.atMost(
                PATIENCE,
                "the run has ended",
                () -> !ask(look).path("status").asText().equals("running"));
        JsonNode run = ask(look);
        if (!run.path("status").asText().equals("published")) {
            throw new IllegalStateException("the run has ended as " + run);
        }
        Duration took = Duration.between(
                Instant.parse(run.path("startedAt").asText()),
                Instant.parse(run.path("finishedAt").asText()));
        Map<String, Double> metrics = new LinkedHashMap<>();
        run.path("metrics")
                .forEach(metric -> metrics.put(
                        metric.path("metric").asText(),
                        metric.path("durationMs").asDouble() / 1000));
        return new Run(id, took.toMillis() / 1e3, metrics);
    }

    /** The sum of all of its meters whose line begins with {@code name}; 0 if there is none. */
    public double meter(String name) {
        return service.meters(name).sum();
    }

    private HttpRequest.Builder request(String tenant, String role, String path) {
        return HttpRequest.newBuilder(service.address().resolve(path))
                .header("Authorization", "Bearer " + service.token(tenant, role));
    }

    private JsonNode ask(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(request + " was answered " + answer.statusCode() + " " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
