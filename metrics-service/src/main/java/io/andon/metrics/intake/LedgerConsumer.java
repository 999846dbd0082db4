package io.andon.metrics.intake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * One member of the consumer group. Its order of steps is what keeps every record: apply to the database, write the dead
 * letters, and only then commit the position. Used by one thread, except for {@link #wakeUp()}.
 */
final class LedgerConsumer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LedgerConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE = Duration.ofSeconds(3);

    /** A killed replica's partitions rest this long before another reads on; Kafka's default is 45 s. */
    private static final Duration SESSION = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final Batches batches;
    private final DeadLetters deadLetters;
    private final IntakeMetrics metrics;

    private LedgerConsumer(
            Consumer<byte[], byte[]> consumer, Batches batches, DeadLetters deadLetters, IntakeMetrics metrics) {
        this.consumer = consumer;
        this.batches = batches;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    static LedgerConsumer connect(
            String bootstrapServers,
            IntakeConfig config,
            Batches batches,
            DeadLetters deadLetters,
            IntakeMetrics metrics) {
        Map<String, Object> settings = Map.ofEntries(
                Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ConsumerConfig.GROUP_ID_CONFIG, Intake.GROUP),
                Map.entry(ConsumerConfig.CLIENT_ID_CONFIG, Intake.GROUP + "-intake"),
                Map.entry(
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName()),
                Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Math.toIntExact(SESSION.toMillis())),
                Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                // The outbox sends in transactions: what one that failed has left behind is sent again.
                Map.entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                // The topics belong to workorder-service, which may create them after this service has started.
                Map.entry(
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        Math.toIntExact(config.topicRefresh().toMillis())),
                Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchSize()));
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(Intake.TOPICS);
        return new LedgerConsumer(consumer, batches, deadLetters, metrics);
    }

    /**
     * Reads and applies what has come.
     *
     * @return false if that failed; the next call reads the same records again
     */
    boolean pollOnce() throws InterruptedException {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        try {
            if (!records.isEmpty()) {
                List<DeadLetter> poison = batches.apply(records);
                deadLetters.send(poison);
                poison.forEach(this::report);
                consumer.commitSync();
                count(records);
            }
            measureLag();
            return true;
        } catch (WakeupException | InterruptException stop) {
            throw stop;
        } catch (RuntimeException failed) {
            LOG.warnf("%d records are read again: %s", records.count(), failed.getMessage());
            LOG.debug("batch failed", failed);
            metrics.failed();
            rewind(records);
            measureLag();
            return false;
        }
    }

    private void rewind(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            if (consumer.assignment().contains(partition)) {
                consumer.seek(partition, records.records(partition).get(0).offset());
            }
        }
    }

    private void report(DeadLetter letter) {
        ConsumerRecord<byte[], byte[]> poison = letter.kafkaRecord();
        metrics.poison(poison.topic()).increment();
        LOG.warnf(
                "dead letter topic=%s partition=%d offset=%d: %s",
                poison.topic(), poison.partition(), poison.offset(), letter.reason());
    }

    private void count(ConsumerRecords<byte[], byte[]> records) {
        records.partitions()
                .forEach(partition -> metrics.applied(
                        partition.topic(), records.records(partition).size()));
    }

    private void measureLag() {
        for (String topic : Intake.TOPICS) {
            long lag = consumer.assignment().stream()
                    .filter(partition -> partition.topic().equals(topic))
                    .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                    .sum();
            metrics.lag(topic, lag);
        }
    }

    /** Ends a {@link #pollOnce()} that waits in another thread. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE));
    }
}
