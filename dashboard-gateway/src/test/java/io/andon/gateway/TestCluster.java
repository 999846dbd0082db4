package io.andon.gateway;

import io.andon.events.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * Two brokers inside this JVM. The first is the controller too and stays; the second can be stopped and started again,
 * and takes its leaderships with it.
 */
final class TestCluster implements AutoCloseable {

    static final int PARTITIONS = 4;
    static final int FIRST = 1;
    static final int SECOND = 2;

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("auto.leader.rebalance.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
            Map.entry("log.index.size.max.bytes", "2097152"));

    /** Brokers talk a lot. Held here, because loggers are held weakly. */
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("kafka"), Logger.getLogger("org.apache.kafka"), Logger.getLogger("state.change.logger"));

    private final Map<Integer, Integer> ports = new TreeMap<>();
    private final Map<Integer, KafkaRaftServer> running = new TreeMap<>();
    private final int controllerPort = freePort();
    private final Path directory;

    private TestCluster(Path directory) {
        this.directory = directory;
        ports.put(FIRST, freePort());
        ports.put(SECOND, freePort());
    }

    static TestCluster start() {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
        try {
            TestCluster cluster = new TestCluster(Files.createTempDirectory("andon-cluster"));
            String id = Uuid.randomUuid().toString();
            for (int node : cluster.ports.keySet()) {
                cluster.format(node, id);
                cluster.startBroker(node);
            }
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startBroker(int node) {
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties(node), false), Time.SYSTEM);
        server.startup();
        running.put(node, server);
    }

    void stopBroker(int node) {
        KafkaRaftServer server = running.remove(node);
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    /** Creates the dashboards' topics, every partition on both brokers, led by the first and the second in turn. */
    void createTopics() {
        createTopics(Topics.DASHBOARD);
    }

    void createTopics(List<String> names) {
        Map<Integer, List<Integer>> replicas = new TreeMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            replicas.put(partition, partition % 2 == 0 ? List.of(FIRST, SECOND) : List.of(SECOND, FIRST));
        }
        try (Admin admin = admin()) {
            admin.createTopics(names.stream()
                            .map(name -> new NewTopic(name, replicas))
                            .toList())
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    String bootstrapServers() {
        return ports.values().stream().map(port -> "localhost:" + port).collect(Collectors.joining(","));
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    private Properties properties(int node) {
        String broker = "PLAINTEXT://localhost:" + ports.get(node);
        boolean controller = node == FIRST;
        Properties properties = new Properties();
        properties.putAll(SETTINGS);
        properties.put("node.id", Integer.toString(node));
        properties.put("process.roles", controller ? "broker,controller" : "broker");
        properties.put("log.dirs", directory.resolve("node-" + node).toString());
        properties.put("listeners", controller ? broker + ",CONTROLLER://localhost:" + controllerPort : broker);
        properties.put("advertised.listeners", broker);
        properties.put("controller.quorum.voters", FIRST + "@localhost:" + controllerPort);
        return properties;
    }

    private void format(int node, String clusterId) throws IOException {
        Path file = Files.createTempFile(directory, "node", ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties(node).store(writer, null);
        }
        PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        if (StorageTool.execute(new String[] {"format", "-t", clusterId, "-c", file.toString()}, quiet) != 0) {
            throw new IOException("formatting " + directory + " failed");
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stopBroker(SECOND);
        stopBroker(FIRST);
    }
}
