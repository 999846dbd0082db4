package io.andon.bench.server;

import io.andon.backends.Issuer;
import io.andon.bench.load.Connect;
import io.andon.bench.process.Program;
import io.andon.bench.publish.KafkaPublisher;
import io.andon.bench.publish.Publisher;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The packaged gateway. */
public final class GatewayServer implements Server {

    /** Thousands of streams of one person, opened at once, are what quotas are there to refuse. */
    public static final Map<String, String> WITHOUT_QUOTAS = Map.of(
            "andon.stream.max-per-user", "30000",
            "andon.stream.max-new-per-user", "30000",
            "andon.stream.max-per-tenant", "30000",
            "andon.stream.max-new-per-tenant", "30000");

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+?)\\. ");
    private static final Pattern MANAGED = Pattern.compile("Management interface listening on (http://\\S+?)\\.\\s");
    private static final Duration TOKENS = Duration.ofHours(2);

    private final Kafka kafka;
    private final Program program;
    private final int port;
    private final URI management;

    private GatewayServer(Kafka kafka, Program program, int port, URI management) {
        this.kafka = kafka;
        this.program = program;
        this.port = port;
        this.management = management;
    }

    /**
     * @param jar of the packaged gateway
     * @param port 0 for any free one
     * @param heap arguments of the JVM
     * @param settings that differ from the defaults
     */
    public static GatewayServer start(
            Kafka kafka, Path jar, Path log, int port, List<String> heap, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(Program.java()));
        command.addAll(heap);
        command.add("-Dkafka.bootstrap.servers=" + kafka.bootstrapServers());
        command.add("-Dquarkus.oidc.auth-server-url=" + kafka.issuer().url());
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.port=0");
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        Program program = Program.start(log, command);
        URI address = URI.create(program.awaitOutput(LISTENING));
        URI management = URI.create(program.awaitOutput(MANAGED));
        return new GatewayServer(kafka, program, address.getPort(), management);
    }

    public int port() {
        return port;
    }

    /** The value of one of its meters, which has no labels. */
    public double meter(String name) {
        try (InputStream body = management.resolve("/q/metrics").toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the gateway has no meter " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Long> pids() {
        return program.pids();
    }

    @Override
    public Connect connect(List<String> tenants, int subscribers) {
        Issuer issuer = kafka.issuer();
        List<String> tokens = tenants.stream()
                .map(tenant -> issuer.token(tenant, List.of("viewer"), TOKENS))
                .toList();
        return Connect.to(port, List.of("/events"), tokens, subscribers, true);
    }

    @Override
    public Publisher publisher(List<String> tenants, boolean batches) {
        return new KafkaPublisher(kafka.bootstrapServers(), tenants, batches ? 1 : 0);
    }

    @Override
    public void close() {
        program.close();
    }
}
