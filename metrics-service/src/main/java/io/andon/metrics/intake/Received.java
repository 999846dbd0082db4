package io.andon.metrics.intake;

import io.andon.events.DomainEvent;
import io.andon.events.TenantId;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that has been understood: its event is complete and fits the ledger. */
record Received(TenantId tenant, Position position, DomainEvent event, ConsumerRecord<byte[], byte[]> kafkaRecord) {}
