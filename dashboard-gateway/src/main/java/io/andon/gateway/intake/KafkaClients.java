package io.andon.gateway.intake;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the clients, on top of what {@code kafka.*} in the configuration says about the cluster. */
@Singleton
public final class KafkaClients {

    private static final int MAX_POLL_RECORDS = 4000;

    private final Map<String, Object> cluster;
    private final IntakeConfig config;

    @Inject
    KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> cluster, IntakeConfig config) {
        this.cluster = cluster;
        this.config = config;
    }

    Consumer<byte[], byte[]> consumer() {
        return reader("intake", Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS));
    }

    /**
     * A consumer for partitions that its owner assigns, at positions that its owner knows.
     *
     * @param purpose the end of the client's name
     * @param more settings on top of these
     */
    public Consumer<byte[], byte[]> reader(String purpose, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(cluster);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "andon-gateway-" + purpose);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // An offset that is gone must be noticed: clients have missed records and have to be told.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.putAll(more);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Admin admin() {
        return admin("watch");
    }

    /**
     * An admin client that gives up after {@code andon.intake.check-timeout}.
     *
     * @param purpose the end of the client's name
     */
    public Admin admin(String purpose) {
        Map<String, Object> properties = new HashMap<>(cluster);
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "andon-gateway-" + purpose);
        int timeoutMs = Math.toIntExact(config.checkTimeout().toMillis());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMs);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMs);
        return Admin.create(properties);
    }

    Producer<byte[], byte[]> deadLetterProducer() {
        Map<String, Object> properties = new HashMap<>(cluster);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "andon-gateway-dead-letters");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // The leader of a new partition may refuse the first request and take the second: the first would be out of
        // sequence for ever.
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
