package io.andon.gateway.intake;

import io.andon.events.PoisonRecordException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
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
        long size = size(record);
        if (size > maxSize) {
            throw new PoisonRecordException("the record has " + size + " bytes, more than " + maxSize);
        }
    }

    static long size(ConsumerRecord<byte[], byte[]> record) {
        long size = Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
        for (Header header : record.headers()) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return size;
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
