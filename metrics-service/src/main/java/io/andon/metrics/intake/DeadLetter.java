package io.andon.metrics.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that cannot be processed, and why not. */
record DeadLetter(ConsumerRecord<byte[], byte[]> kafkaRecord, String reason) {}
