package io.andon.gateway.intake;

import io.andon.events.Topics;
import io.andon.gateway.intake.Assignment.PartitionStart;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Step 5 of an event's way: reads the records of all partitions, in batches, and gives them to the hubs.
 *
 * <p>Runs on one thread, which owns the consumer and is the only writer of the positions. When a loop cannot keep up
 * with its subscribers, this thread waits before it reads on; a subscriber that cannot keep up never makes it wait.
 */
final class TopicIntake implements Runnable {

    private static final Logger LOG = Logger.getLogger(TopicIntake.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long PAUSE_AFTER_FAILURE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long PAUSE_WHILE_CROWDED_NANOS = 200_000;

    private final Consumer<byte[], byte[]> consumer;
    private final TopicWatch watch;
    private final RecordReader reader;
    private final ReadProgress progress;
    private final IntakeLag lag;
    private boolean failing;
    private volatile boolean caughtUp;
    private volatile boolean stopped;

    TopicIntake(
            Consumer<byte[], byte[]> consumer,
            TopicWatch watch,
            RecordReader reader,
            ReadProgress progress,
            IntakeLag lag) {
        this.consumer = consumer;
        this.watch = watch;
        this.reader = reader;
        this.progress = progress;
        this.lag = lag;
    }

    /** Whether everything has been read that was there when the gateway started; stays true from then on. */
    boolean hasCaughtUp() {
        return caughtUp;
    }

    void stop() {
        stopped = true;
        consumer.wakeup();
    }

    @Override
    public void run() {
        try (consumer) {
            while (!stopped) {
                step();
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("the intake ends", e);
        }
    }

    private void step() {
        try {
            applyAssignments();
            if (progress.partitions().isEmpty()) {
                LockSupport.parkNanos(POLL.toNanos());
            } else {
                read(consumer.poll(POLL));
                lag.update(consumer, progress.partitions());
                failing = false;
            }
            caughtUp = caughtUp || (watch.isSettled() && progress.hasCaughtUp());
        } catch (OffsetOutOfRangeException e) {
            findAgain(e);
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            sayOnce(e);
            LockSupport.parkNanos(PAUSE_AFTER_FAILURE_NANOS);
        }
    }

    private void read(ConsumerRecords<byte[], byte[]> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            int topic = Topics.DASHBOARD.indexOf(record.topic());
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            reader.read(topic, record, progress.isLive(partition, record.offset()));
            progress.read(topic, record.partition(), record.offset());
        }
        reader.endBatch();
        records.nextOffsets().forEach((partition, next) -> progress.reached(partition, next.offset()));
        while (reader.isAheadOfLoops() && !stopped) {
            LockSupport.parkNanos(PAUSE_WHILE_CROWDED_NANOS);
        }
    }

    private void sayOnce(KafkaException e) {
        if (!failing) {
            failing = true;
            LOG.error("Reading from Kafka fails; it is tried again every second", e);
        }
    }

    private void applyAssignments() {
        @Nullable Assignment assignment = watch.poll();
        while (assignment != null) {
            apply(assignment);
            assignment = watch.poll();
        }
    }

    private void apply(Assignment assignment) {
        progress.apply(assignment);
        consumer.assign(progress.partitions());
        for (PartitionStart start : assignment.starts()) {
            TopicPartition partition = assignment.partition(start);
            consumer.seek(partition, start.offset());
            consumer.resume(List.of(partition));
        }
        reader.changed(assignment);
    }

    /** The partitions rest until the watch has found out where they go on. */
    private void findAgain(OffsetOutOfRangeException e) {
        LOG.warnf("Positions are out of range, going on elsewhere: %s", e.offsetOutOfRangePartitions());
        consumer.pause(e.partitions());
        watch.findAgain(progress.asRead(e.offsetOutOfRangePartitions()));
    }
}
