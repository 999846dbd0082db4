package io.andon.metrics;

import static org.awaitility.Awaitility.await;

import io.andon.metrics.intake.Intake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka as operators and other services use it. */
public final class TopicClient implements AutoCloseable {

    private static final Duration CEILING = Duration.ofSeconds(60);

    private final String bootstrapServers;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;

    public TopicClient(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.request.size", 8_000_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    public RecordMetadata send(ProducerRecord<byte[], byte[]> kafkaRecord) {
        return get(producer.send(kafkaRecord));
    }

    /** As {@link #send}, but does not wait for the broker's answer; {@link #awaitApplied} waits for all of them. */
    public void sendSoon(ProducerRecord<byte[], byte[]> kafkaRecord) {
        producer.send(kafkaRecord);
    }

    /** Waits until the service has committed everything that its topics hold. */
    public void awaitApplied() {
        producer.flush();
        await().atMost(CEILING).until(() -> {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    get(admin.listConsumerGroupOffsets(Intake.GROUP).partitionsToOffsetAndMetadata());
            return ends(Intake.TOPICS).entrySet().stream()
                    .filter(end -> end.getValue() > 0)
                    .allMatch(end -> committed.get(end.getKey()) != null
                            && committed.get(end.getKey()).offset() >= end.getValue());
        });
    }

    /** How many members of the service's group have partitions to read. */
    public long busyMembers() {
        return get(admin.describeConsumerGroups(List.of(Intake.GROUP)).all()).get(Intake.GROUP).members().stream()
                .filter(member -> !member.assignment().topicPartitions().isEmpty())
                .count();
    }

    /** Makes the service's group read everything again; it must have no members. */
    public void forgetPositions() {
        await().atMost(CEILING).ignoreExceptions().until(() -> {
            admin.deleteConsumerGroups(List.of(Intake.GROUP)).all().get();
            return true;
        });
    }

    /** Everything that is on {@code topic} now. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        Map<TopicPartition, Long> ends = ends(List.of(topic));
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            await().pollInSameThread().atMost(CEILING).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
        }
        return records;
    }

    private Map<TopicPartition, Long> ends(List<String> topics) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        get(admin.describeTopics(topics).allTopicNames()).forEach((topic, description) -> description
                .partitions()
                .forEach(partition ->
                        latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        get(admin.listOffsets(latest).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
