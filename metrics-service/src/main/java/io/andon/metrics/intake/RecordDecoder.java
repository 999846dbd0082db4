package io.andon.metrics.intake;

import io.andon.events.CloudEvent;
import io.andon.events.CloudEventHeaders;
import io.andon.events.DomainEvent;
import io.andon.events.EventJson;
import io.andon.events.EventType;
import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.events.MasterDataEvent.ItemUpserted;
import io.andon.events.MasterDataEvent.LocationUpserted;
import io.andon.events.MasterDataEvent.TenantSettingsChanged;
import io.andon.events.PoisonRecordException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Understands records. */
final class RecordDecoder {

    private RecordDecoder() {}

    /**
     * Reads one record.
     *
     * @return empty for a type that this version does not know, which a newer producer may have introduced
     * @throws PoisonRecordException if the record is not an event that the ledger can take
     */
    static Optional<Received> decode(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        Headers headers = kafkaRecord.headers();
        CloudEvent event =
                CloudEventHeaders.read(kafkaRecord.key(), name -> lastValue(headers, name), kafkaRecord.value());
        return EventType.ofWireName(event.type()).map(type -> {
            if (!type.topic().equals(kafkaRecord.topic())) {
                throw new PoisonRecordException("events of type " + event.type() + " do not belong on this topic");
            }
            Position position = new Position(kafkaRecord.partition(), kafkaRecord.offset(), event.time(), event.id());
            return new Received(event.tenant(), position, payload(type, event), kafkaRecord);
        });
    }

    private static DomainEvent payload(EventType type, CloudEvent event) {
        return switch (type) {
            case MOVEMENT_POSTED -> MovementRules.check(EventJson.read(event.data(), MovementPosted.class));
            case ITEM_UPSERTED -> MasterDataRules.check(EventJson.read(event.data(), ItemUpserted.class));
            case LOCATION_UPSERTED -> MasterDataRules.check(EventJson.read(event.data(), LocationUpserted.class));
            case TENANT_SETTINGS_CHANGED ->
                MasterDataRules.check(EventJson.read(event.data(), TenantSettingsChanged.class));
            case ISSUE_POSTED,
                    COMPLETION_POSTED,
                    BATCH_POSTED,
                    WORK_ORDER_COMPLETED,
                    PRODUCTION_CHANGED,
                    WORK_ORDER_CHANGED,
                    INVENTORY_CHANGED,
                    METRICS_UPDATED ->
                throw new PoisonRecordException("events of type " + event.type() + " are none of the ledger's");
        };
    }

    private static byte @Nullable [] lastValue(Headers headers, String name) {
        @Nullable Header header = headers.lastHeader(name);
        return header == null ? null : header.value();
    }
}
