package io.andon.gateway;

import com.sun.net.httpserver.HttpServer;
import io.andon.backends.Broker;
import io.andon.backends.Issuer;
import io.andon.events.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * What the gateway needs around it, once for all tests: a broker, an issuer, a service that echoes, and one that is not
 * there.
 */
public final class Backends implements QuarkusTestResourceLifecycleManager {

    static final int PARTITIONS = 4;

    private static final String LARGEST_RECORD = Integer.toString(8 * 1024 * 1024);

    /** The broker talks a lot before Quarkus sets the log up. Held here, because loggers are held weakly. */
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("kafka"), Logger.getLogger("org.apache.kafka"), Logger.getLogger("state.change.logger"));

    private static Path directory = Path.of("target", "backends");
    private static Broker broker;
    private static Issuer issuer;
    private static HttpServer service;

    @Override
    public Map<String, String> start() {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        try {
            directory = Files.createTempDirectory("andon-gateway-test");
            broker = Broker.start(directory.resolve("kafka"), 0);
            issuer = Issuer.start(0);
            service = EchoService.start();
            createTopics();
            return Map.ofEntries(
                    Map.entry("kafka.bootstrap.servers", broker.bootstrapServers()),
                    Map.entry("quarkus.oidc.auth-server-url", issuer.url()),
                    Map.entry(
                            "andon.proxy.workorder-url",
                            "http://localhost:" + service.getAddress().getPort()),
                    Map.entry("andon.proxy.metrics-url", "http://localhost:" + closedPort()),
                    Map.entry("quarkus.http.test-port", "0"),
                    Map.entry("quarkus.management.test-port", "0"),
                    Map.entry("andon.intake.check-interval", "200ms"),
                    Map.entry("andon.intake.check-timeout", "1s"),
                    Map.entry("andon.stream.heartbeat", "1500ms"),
                    Map.entry("andon.stream.max-queue", "64K"),
                    Map.entry("andon.stream.max-per-user", "5"),
                    Map.entry("andon.stream.max-new-per-user", "100000"),
                    Map.entry("andon.window.max-events", "100"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createTopics() {
        List<NewTopic> topics = Topics.DASHBOARD.stream()
                .map(name ->
                        new NewTopic(name, PARTITIONS, (short) 1).configs(Map.of("max.message.bytes", LARGEST_RECORD)))
                .toList();
        try (Admin admin = admin()) {
            admin.createTopics(topics)
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    static Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static Issuer issuer() {
        return issuer;
    }

    static String bootstrapServers() {
        return broker.bootstrapServers();
    }

    static void stopBroker() {
        broker.close();
    }

    static void startBrokerAgain() {
        broker = Broker.start(directory.resolve("kafka"), broker.port());
    }

    static InetSocketAddress serviceAddress() {
        return service.getAddress();
    }

    @Override
    public void stop() {
        service.stop(0);
        issuer.close();
        broker.close();
    }
}
