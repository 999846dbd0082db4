package io.andon.kit.outbox;

import io.andon.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What has arrived on the topic since the test began. Used by the test's thread alone. */
final class PublishedEvents implements BeforeEachCallback, AfterEachCallback {

    /** Ends a hang: no test says how fast something happens. */
    static final Duration CEILING = Duration.ofSeconds(60);

    private final List<ConsumerRecord<String, String>> arrived = new ArrayList<>();
    private KafkaConsumer<String, String> consumer;

    @Override
    public void beforeEach(ExtensionContext context) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
        Awaitility.await().atMost(CEILING).until(() -> consumer.listTopics(CEILING)
                .containsKey(Topics.WORKORDER_EVENTS));
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.WORKORDER_EVENTS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        consumer.close();
    }

    static String bootstrapServers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    List<ConsumerRecord<String, String>> await(UUID aggregate, int count) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(CEILING)
                .until(() -> of(aggregate).size() >= count);
        return of(aggregate);
    }

    List<ConsumerRecord<String, String>> of(UUID aggregate) {
        consumer.poll(Duration.ofMillis(100)).forEach(arrived::add);
        return arrived.stream()
                .filter(event -> headers(event).get("ce_subject").endsWith(aggregate.toString()))
                .toList();
    }

    static Map<String, String> headers(ConsumerRecord<String, String> event) {
        Map<String, String> headers = new LinkedHashMap<>();
        event.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
