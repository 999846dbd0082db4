package io.andon.bench.server;

import io.andon.bench.load.Connect;
import io.andon.bench.publish.KafkaPublisher;
import io.andon.bench.publish.Publisher;
import io.andon.events.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged gateway. */
public final class GatewayServer implements Server {

    /** Thousands of streams of one person, opened at once, are what quotas are there to refuse. */
    public static final Map<String, String> WITHOUT_QUOTAS = Map.of(
            "andon.stream.max-per-user", "30000",
            "andon.stream.max-new-per-user", "30000",
            "andon.stream.max-per-tenant", "30000",
            "andon.stream.max-new-per-tenant", "30000");

    private static final Pattern POSITION = Pattern.compile(Pattern.quote(Topics.WORKORDER_EVENTS) + "/\\d+@(-?\\d+)");

    private final Kafka kafka;
    private final PackagedService service;
    private final HttpClient http = HttpClient.newHttpClient();

    private GatewayServer(Kafka kafka, PackagedService service) {
        this.kafka = kafka;
        this.service = service;
    }

    /**
     * @param jar of the packaged gateway
     * @param port 0 for any free one
     * @param heap arguments of the JVM
     * @param settings that differ from the defaults
     */
    public static GatewayServer start(
            Kafka kafka, Path jar, Path log, int port, List<String> heap, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("quarkus.http.port", Integer.toString(port));
        return new GatewayServer(kafka, PackagedService.start(kafka, jar, log, heap, all));
    }

    public int port() {
        return service.address().getPort();
    }

    /** The value of one of its meters, which has no labels. */
    public double meter(String name) {
        return service.meters(name + " ")
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the gateway has no meter " + name));
    }

    /** The offset in workorder-service's topic up to which the tenant's dashboards would be up to date. */
    public long hasRead(String tenant) {
        HttpRequest request = HttpRequest.newBuilder(service.address().resolve("/events/stats"))
                .header("Authorization", "Bearer " + service.token(tenant, "viewer"))
                .build();
        try {
            String stats =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            Matcher position = POSITION.matcher(stats);
            if (!position.find()) {
                throw new IllegalStateException("the gateway does not tell where it is: " + stats);
            }
            return Long.parseLong(position.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Long> pids() {
        return service.program().pids();
    }

    @Override
    public Connect connect(List<String> tenants, int subscribers) {
        List<String> tokens =
                tenants.stream().map(tenant -> service.token(tenant, "viewer")).toList();
        return Connect.to(port(), List.of("/events"), tokens, subscribers, true);
    }

    @Override
    public Publisher publisher(List<String> tenants, boolean batches) {
        return new KafkaPublisher(kafka.bootstrapServers(), tenants, batches ? 1 : 0);
    }

    @Override
    public void close() {
        service.close();
    }
}
