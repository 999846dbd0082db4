package io.andon.gateway.intake;

import io.andon.events.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record that was set aside, with the reason and its origin in the headers that SmallRye's connector writes too. */
final class DeadLetter {

    static final String CONSUMER = "dashboard-gateway";
    static final String REASON = "dead-letter-reason";
    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";

    /** Says that the value was left out: it stays on the topic it came from. */
    static final String NOTE = "dead-letter-note";

    /** Less than the 1 MiB that brokers and producers take by default, with room for the headers added here. */
    private static final long MAX_SIZE = 1000L * 1000;

    private DeadLetter() {}

    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> record, String reason) {
        String topic = Topics.deadLetters(record.topic(), CONSUMER);
        Headers headers = new RecordHeaders(record.headers().toArray());
        byte[] key = record.key();
        byte[] value = record.value();
        if (EventRecords.size(record) > MAX_SIZE) {
            boolean valueAlone = EventRecords.size(record) - Math.max(0, record.serializedValueSize()) <= MAX_SIZE;
            headers = valueAlone ? headers : new RecordHeaders();
            key = valueAlone ? key : null;
            value = null;
            add(headers, NOTE, "left out because of its size: " + (valueAlone ? "value" : "key, headers, value"));
        }
        add(headers, REASON, reason);
        add(headers, TOPIC, record.topic());
        add(headers, PARTITION, Integer.toString(record.partition()));
        add(headers, OFFSET, Long.toString(record.offset()));
        return new ProducerRecord<>(topic, null, key, value, headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
