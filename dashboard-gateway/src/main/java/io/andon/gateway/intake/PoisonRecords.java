package io.andon.gateway.intake;

import io.andon.events.PoisonRecordException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Records that cannot be shown: counted, said once each in the log, and kept on a dead-letter topic. A record that is
 * read again because the gateway restarted has been kept before.
 */
@Singleton
final class PoisonRecords {

    private static final Logger LOG = Logger.getLogger(PoisonRecords.class);

    private final DeadLetters deadLetters;
    private final MeterRegistry registry;
    private final long maxSize;

    @Inject
    PoisonRecords(DeadLetters deadLetters, MeterRegistry registry, IntakeConfig config) {
        this.deadLetters = deadLetters;
        this.registry = registry;
        this.maxSize = config.maxRecordSize().asLongValue();
    }

    /** @throws PoisonRecordException if the record is larger than clients should be sent */
    void requireSize(ConsumerRecord<byte[], byte[]> record) {
        EventRecords.requireSize(record, maxSize);
    }

    void setAside(ConsumerRecord<byte[], byte[]> record, String reason, boolean live) {
        registry.counter("andon.poison.records", "topic", record.topic()).increment();
        LOG.warnf(
                "Poison record: topic=%s partition=%d offset=%d reason=%s",
                record.topic(), record.partition(), record.offset(), reason);
        if (live) {
            deadLetters.send(record, reason);
        }
    }
}
