package io.andon.gateway.intake;

import io.andon.events.CloudEvent;
import io.andon.events.CloudEventHeaders;
import io.andon.events.PoisonRecordException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads the records of the dashboard topics, for whoever has a consumer. */
public final class EventRecords {

    private EventRecords() {}

    /** @throws PoisonRecordException if the record is no event that could be shown */
    public static CloudEvent read(ConsumerRecord<byte[], byte[]> record) {
        CloudEvent event = CloudEventHeaders.read(record.key(), name -> header(record, name), record.value());
        // On the topics of dashboards the key is the tenant and nothing else.
        if (!Arrays.equals(record.key(), event.tenant().value().getBytes(StandardCharsets.UTF_8))) {
            throw new PoisonRecordException("the key is not the tenant id");
        }
        return event;
    }

    /**
     * @param maxSize in bytes, key and headers included
     * @throws PoisonRecordException if the record is larger
     */
    public static void requireSize(ConsumerRecord<byte[], byte[]> record, long maxSize) {
        long size = size(record);
        if (size > maxSize) {
            throw new PoisonRecordException("the record has " + size + " bytes, more than " + maxSize);
        }
    }

    /** In bytes, key and headers included. */
    public static long size(ConsumerRecord<byte[], byte[]> record) {
        long size = Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
        for (Header header : record.headers()) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }

    private static byte[] header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? new byte[0] : header.value();
    }
}
