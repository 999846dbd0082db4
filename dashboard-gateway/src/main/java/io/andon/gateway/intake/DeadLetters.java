package io.andon.gateway.intake;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps poison records on {@code <topic>.dashboard-gateway.dlt}.
 *
 * <p>On a thread of its own, so that the intake never waits for it, behind a bounded queue; a record that finds the
 * queue full, or that the cluster does not take, is said in the log and stays on its own topic. The clients are made
 * with the first record: most gateways never see one.
 */
@Singleton
final class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int MAX_WAITING = 200;
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final TopicsConfig topics;
    private final Set<String> created = new HashSet<>();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            task -> new Thread(task, "andon-dead-letters"));
    private volatile @Nullable Producer<byte[], byte[]> producer;

    @Inject
    DeadLetters(KafkaClients clients, TopicsConfig topics) {
        this.clients = clients;
        this.topics = topics;
    }

    void send(ConsumerRecord<byte[], byte[]> record, String reason) {
        ProducerRecord<byte[], byte[]> letter = DeadLetter.of(record, reason);
        try {
            thread.execute(() -> write(letter));
        } catch (RejectedExecutionException e) {
            LOG.errorf("Not kept, too many are waiting: %s %s", letter.topic(), origin(record));
        }
    }

    private static String origin(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "/" + record.partition() + "@" + record.offset();
    }

    private void write(ProducerRecord<byte[], byte[]> letter) {
        try {
            createTopic(letter.topic());
            producer().send(letter, (metadata, failure) -> {
                if (failure != null) {
                    LOG.errorf(failure, "A poison record could not be kept on %s", letter.topic());
                }
            });
        } catch (KafkaException | ExecutionException e) {
            LOG.errorf(e, "A poison record could not be kept on %s", letter.topic());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void createTopic(String name) throws ExecutionException, InterruptedException {
        if (created.contains(name)) {
            return;
        }
        NewTopic topic = new NewTopic(name, Optional.of(topics.partitions()), Optional.of(topics.replicationFactor()))
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis())));
        try (Admin admin = clients.admin()) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        created.add(name);
    }

    private Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> made = producer;
        if (made == null) {
            made = clients.deadLetterProducer();
            producer = made;
        }
        return made;
    }

    @PreDestroy
    void close() {
        thread.shutdown();
        Producer<byte[], byte[]> made = producer;
        if (made != null) {
            made.close(CLOSE_TIMEOUT);
        }
    }
}
