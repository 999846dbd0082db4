package io.andon.gateway.recovery;

import io.andon.gateway.fanout.ResyncReason;
import io.andon.gateway.intake.DegradedState;
import io.andon.gateway.intake.KafkaClients;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The consumers of the lane, made when they are needed and kept for the next turn: as many as there are threads, each
 * used by one at a time. One that has failed is not used again.
 */
@Singleton
final class TopicReaders implements Readers {

    private static final Logger LOG = Logger.getLogger(TopicReaders.class);
    private static final int TIMEOUT_MS = 5000;

    /** About as much as a chunk needs: what is fetched beyond it is fetched again. */
    private static final int MAX_FETCH_BYTES = 256 * 1024;

    private static final int MAX_POLL_RECORDS = 2000;

    private final KafkaClients clients;
    private final DegradedState degraded;
    private final AtomicInteger made = new AtomicInteger();
    private final Deque<TopicReader> idle = new ArrayDeque<>();
    private boolean closed;

    @Inject
    TopicReaders(KafkaClients clients, DegradedState degraded) {
        this.clients = clients;
        this.degraded = degraded;
    }

    /** While Kafka is known to be away, a client is told so at once. */
    @Override
    public Chunk use(Function<TopicReader, Chunk> task) {
        if (degraded.isDegraded()) {
            throw new RecoveryException(ResyncReason.RECOVERY_FAILED);
        }
        TopicReader reader = take();
        try {
            if (reader == null) {
                reader = make();
            }
            Chunk chunk = task.apply(reader);
            giveBack(reader);
            return chunk;
        } catch (RecoveryException e) {
            giveBack(reader);
            throw e;
        } catch (KafkaException e) {
            LOG.debug("reading back failed", e);
            discard(reader);
            throw new RecoveryException(ResyncReason.RECOVERY_FAILED);
        } catch (RuntimeException e) {
            LOG.error("Reading back from Kafka failed", e);
            discard(reader);
            throw new RecoveryException(ResyncReason.RECOVERY_FAILED);
        }
    }

    private TopicReader make() {
        return new TopicReader(clients.reader(
                "recovery-" + made.incrementAndGet(),
                Map.of(
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MAX_FETCH_BYTES,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS)));
    }

    private synchronized @Nullable TopicReader take() {
        return idle.poll();
    }

    private void giveBack(@Nullable TopicReader reader) {
        boolean kept = false;
        synchronized (this) {
            if (reader != null && !closed) {
                idle.push(reader);
                kept = true;
            }
        }
        if (!kept) {
            discard(reader);
        }
    }

    private static void discard(@Nullable TopicReader reader) {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (KafkaException e) {
            LOG.debug("a consumer could not be closed in order", e);
        }
    }

    /** Those in use are closed by whoever uses them. */
    @Override
    public void close() {
        TopicReader reader;
        synchronized (this) {
            closed = true;
        }
        while ((reader = take()) != null) {
            discard(reader);
        }
    }
}
