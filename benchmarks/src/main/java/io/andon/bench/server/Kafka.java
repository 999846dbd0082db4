package io.andon.bench.server;

import io.andon.backends.Broker;
import io.andon.backends.Issuer;
import io.andon.events.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** What the gateway needs around it: a broker with the dashboard's topics, empty at first, and an issuer. In this JVM. */
public final class Kafka implements AutoCloseable {

    static final int PARTITIONS = 12;

    /** Held, because loggers are held weakly. */
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("kafka"), Logger.getLogger("org.apache.kafka"), Logger.getLogger("state.change.logger"));

    private final ScratchDirectory directory;
    private final Broker broker;
    private final Issuer issuer;

    private Kafka(ScratchDirectory directory, Broker broker, Issuer issuer) {
        this.directory = directory;
        this.broker = broker;
        this.issuer = issuer;
    }

    /** @param parent of the directory with the records, which are deleted in the end */
    public static Kafka start(Path parent) {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
        ScratchDirectory directory = ScratchDirectory.in(parent, "kafka");
        Kafka kafka = new Kafka(directory, Broker.start(directory.path(), 0), Issuer.start(0));
        kafka.create(Topics.DASHBOARD);
        return kafka;
    }

    /** Makes topics beside the dashboard's, as workorder-service would. */
    public void create(String... names) {
        create(List.of(names));
    }

    private void create(List<String> names) {
        List<NewTopic> topics = names.stream()
                .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                .toList();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            admin.createTopics(topics)
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public Issuer issuer() {
        return issuer;
    }

    @Override
    public void close() {
        issuer.close();
        broker.close();
        directory.close();
    }
}
