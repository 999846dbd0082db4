package io.andon.bench.server;

import io.andon.backends.Issuer;
import io.andon.bench.load.Connect;
import io.andon.bench.process.Program;
import io.andon.bench.publish.KafkaPublisher;
import io.andon.bench.publish.Publisher;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The packaged gateway with its defaults, but for the quotas, which 20,000 streams from one machine exceed. */
public final class GatewayServer implements Server {

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+?)\\. ");
    private static final Duration TOKENS = Duration.ofHours(2);

    private final Kafka kafka;
    private final Program program;
    private final int port;

    private GatewayServer(Kafka kafka, Program program, int port) {
        this.kafka = kafka;
        this.program = program;
        this.port = port;
    }

    /**
     * @param jar of the packaged gateway
     * @param heap arguments of the JVM
     * @param settings that differ from the defaults
     */
    public static GatewayServer start(
            Kafka kafka, Path jar, Path log, List<String> heap, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(Program.java()));
        command.addAll(heap);
        command.add("-Dkafka.bootstrap.servers=" + kafka.bootstrapServers());
        command.add("-Dquarkus.oidc.auth-server-url=" + kafka.issuer().url());
        command.add("-Dquarkus.management.port=0");
        command.add("-Dandon.stream.max-per-user=30000");
        command.add("-Dandon.stream.max-per-tenant=30000");
        if (!settings.containsKey("quarkus.http.port")) {
            command.add("-Dquarkus.http.port=0");
        }
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        Program program = Program.start(log, command);
        URI address = URI.create(program.awaitOutput(LISTENING));
        return new GatewayServer(kafka, program, address.getPort());
    }

    public int port() {
        return port;
    }

    public long pid() {
        return program.pid();
    }

    @Override
    public List<Long> pids() {
        return List.of(program.pid());
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
