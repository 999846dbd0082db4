package io.andon.backends;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker of our own: one node in KRaft mode, inside this JVM, on the loopback interface. Stopped and started
 * again on the same directory and port it is the same broker, with its topics, records and committed offsets.
 */
public final class Broker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private Broker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts a broker that keeps its data in {@code directory}; {@code port} 0 means any free one. */
    public static Broker start(Path directory, int port) {
        int brokerPort = port != 0 ? port : FreePort.otherThan(0);
        Path data = directory.toAbsolutePath().normalize();
        Properties properties = BrokerProperties.singleNode(data, brokerPort, FreePort.otherThan(brokerPort));
        try {
            Files.createDirectories(data);
            if (Files.notExists(data.resolve("meta.properties"))) {
                format(data, properties);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's directory " + data + " cannot be used", e);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        server.startup();
        return new Broker(server, brokerPort);
    }

    /** KRaft refuses an unformatted directory; the tool that formats it reads its settings from a file only. */
    private static void format(Path data, Properties properties) throws IOException {
        Path file = Files.createTempFile("andon-broker", ".properties");
        try {
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
            PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            if (StorageTool.execute(arguments, quiet) != 0) {
                throw new IOException("formatting " + data + " failed");
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    public int port() {
        return port;
    }

    /** Stops the broker as an operator would; its data stays. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
