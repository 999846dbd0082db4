package io.andon.gateway.replay;

import io.andon.events.CloudEvent;
import io.andon.events.PoisonRecordException;
import io.andon.events.TenantId;
import io.andon.gateway.fanout.FrameEncoder;
import io.andon.gateway.fanout.ReplayedFrame;
import io.andon.gateway.fanout.TenantHubs;
import io.andon.gateway.intake.EventRecords;
import io.andon.gateway.intake.IntakeConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Turns records into marked frames of their tenants. One that cannot be shown was set aside when it was live. */
@Singleton
final class ReplaySender {

    private static final Logger LOG = Logger.getLogger(ReplaySender.class);

    private final TenantHubs hubs;
    private final long maxRecordSize;

    @Inject
    ReplaySender(TenantHubs hubs, IntakeConfig intake) {
        this.hubs = hubs;
        this.maxRecordSize = intake.maxRecordSize().asLongValue();
    }

    void send(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TenantId, List<ReplayedFrame>> frames = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                EventRecords.requireSize(record, maxRecordSize);
                CloudEvent event = EventRecords.read(record);
                frames.computeIfAbsent(event.tenant(), tenant -> new ArrayList<>())
                        .add(FrameEncoder.encodeReplayed(event));
            } catch (PoisonRecordException e) {
                LOG.debugf("skipped: %s", e.getMessage());
            } catch (RuntimeException e) {
                LOG.errorf(
                        e,
                        "A record could not be shown again: topic=%s partition=%d offset=%d",
                        record.topic(),
                        record.partition(),
                        record.offset());
            }
        }
        frames.forEach(hubs::replay);
    }
}
