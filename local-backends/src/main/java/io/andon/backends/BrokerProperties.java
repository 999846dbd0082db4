package io.andon.backends;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a single broker for development, where they differ from Kafka's own. */
final class BrokerProperties {

    /** Replication is 1 because there is one node; the rest is small or immediate because it is somebody's laptop. */
    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
            // A misspelt topic must fail, as it does in production.
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "2"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "2"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            // Otherwise a consumer group waits three seconds for members that will never come.
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            // By default the compaction alone takes 128 MB of heap, and each partition 20 MB of index files.
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
            Map.entry("log.index.size.max.bytes", "2097152"));

    private BrokerProperties() {}

    static Properties singleNode(Path data, int brokerPort, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(FIXED);
        properties.put("log.dirs", data.toString());
        properties.put(
                "listeners", "PLAINTEXT://localhost:" + brokerPort + ",CONTROLLER://localhost:" + controllerPort);
        properties.put("advertised.listeners", "PLAINTEXT://localhost:" + brokerPort);
        properties.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        return properties;
    }
}
