package io.andon.metrics.intake;

import io.andon.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Where records go that cannot be processed: as they were, with headers that say why and where from. Used by the
 * intake's thread alone.
 */
final class DeadLetters implements AutoCloseable {

    static final String REASON = "dead-letter-reason";
    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";

    /** Present when the record was too large to be kept whole. */
    static final String DROPPED = "dead-letter-dropped";

    private final Producer<byte[], byte[]> producer;
    private final int maxBytes;

    private DeadLetters(Producer<byte[], byte[]> producer, int maxBytes) {
        this.producer = producer;
        this.maxBytes = maxBytes;
    }

    static DeadLetters connect(String bootstrapServers, int maxBytes) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                Intake.GROUP + "-dead-letters",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                // The leader of a new partition may refuse the first request and take the second: the first would be
                // out
                // of sequence for ever.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1);
        return new DeadLetters(
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()), maxBytes);
    }

    /**
     * Sends {@code letters} and waits until each is acknowledged.
     *
     * @throws KafkaException if one is not; all of them are to be sent again then
     */
    void send(List<DeadLetter> letters) throws InterruptedException {
        for (var sent :
                letters.stream().map(letter -> producer.send(recordOf(letter))).toList()) {
            try {
                sent.get();
            } catch (ExecutionException failed) {
                throw new KafkaException("cannot write a dead letter", failed.getCause());
            }
        }
    }

    /** Keeps what fits, the smaller and more telling parts first: the key, the headers, the value. */
    private ProducerRecord<byte[], byte[]> recordOf(DeadLetter letter) {
        ConsumerRecord<byte[], byte[]> poison = letter.kafkaRecord();
        boolean keyFits = length(poison.key()) <= maxBytes;
        int room = maxBytes - (keyFits ? length(poison.key()) : 0);
        boolean headersFit = length(poison.headers()) <= room;
        room -= headersFit ? length(poison.headers()) : 0;
        boolean valueFits = length(poison.value()) <= room;

        ProducerRecord<byte[], byte[]> kept = new ProducerRecord<>(
                Topics.deadLetters(poison.topic(), Intake.GROUP),
                null,
                keyFits ? poison.key() : null,
                valueFits ? poison.value() : null);
        Headers headers = kept.headers();
        if (headersFit) {
            poison.headers().forEach(headers::add);
        }
        headers.add(REASON, utf8(letter.reason()))
                .add(TOPIC, utf8(poison.topic()))
                .add(PARTITION, utf8(Integer.toString(poison.partition())))
                .add(OFFSET, utf8(Long.toString(poison.offset())));
        if (!keyFits || !headersFit || !valueFits) {
            headers.add(
                    DROPPED,
                    utf8("too large: key %d bytes, headers %d bytes, value %d bytes"
                            .formatted(length(poison.key()), length(poison.headers()), length(poison.value()))));
        }
        return kept;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static int length(Headers headers) {
        int length = 0;
        for (Header header : headers) {
            length += header.key().length() + length(header.value());
        }
        return length;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
